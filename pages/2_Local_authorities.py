"""Local authorities: which does this plan keep whole, and which does it split?"""

from ui import authority_panel, cache, export_panel, panels, pickers
from ui.frame import frame
from ui.map_panel import map_panel

view = frame("Local authorities", "plan", "base", "other", "tier", "tolerance", "area")
plan, tier = cache.plan(view.plan, view.base), cache.tiers()[view.tier]
selected = authority_panel.selected_authority(view, tier)
layer = authority_panel.layer(view)

pickers.step_plan(view)
panels.sentence(layer.summary)
authority_panel.what_changed(view)
map_side, side = panels.two_columns()
with map_side:
    map_panel(
        layer,
        plan,
        cache.tier_anchors(tier.key),
        selected=selected,
        key="map-authorities",
        owner=tier.main_of_block,
    )
with side:
    pickers.pick_plan(view)
    pickers.pick_tier(view)
    pickers.pick_authority(tier, selected)
    authority_panel.card(view, selected)
    pickers.pick_other(view)
    pickers.pick_tolerance(view)
    panels.plan_controls(view, plan)

export_panel.export("pages/2_Local_authorities.py", view)
authority_panel.tables(view)
panels.footer()
