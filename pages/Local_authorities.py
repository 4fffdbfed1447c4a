"""Local authorities: which does this plan keep whole, and which does it split?"""

from ui.authorities import panel
from ui.papers import export
from ui.parts import panels, pickers
from ui.parts.map import map_panel
from ui.shell import cache
from ui.shell.frame import frame

view = frame("Local authorities", "plan", "base", "other", "tier", "tolerance", "area")
plan, tier = cache.plan(view.plan, view.base), cache.tiers()[view.tier]
selected = panel.selected_authority(view, tier)
layer = panel.layer(view)

pickers.step_plan(view)
panels.sentence(layer.summary)
panel.what_changed(view)
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
    panel.card(view, selected)
    pickers.pick_other(view)
    pickers.pick_tolerance(view)
    panels.plan_controls(view, plan)

export.export("pages/Local_authorities.py", view)
panel.tables(view)
panels.footer()
