"""Find your ICB: which board covers what, one measure at a time?

`streamlit run` imports this file to find the server, which then runs it as its first page.
"""

if __name__ == "__main__":
    from footprint.pages import today
    from ui.my_icb.panel import own_page
    from ui.papers.export import export
    from ui.parts import charts, glossary, panels, pickers
    from ui.parts.introduction import introduction
    from ui.parts.map import map_panel
    from ui.parts.places import led
    from ui.shell.frame import frame
    from ui.shell.workspace import workspace

    view = frame(today.PAGE)
    told = today.content(workspace(), view)
    (shown,) = told.picture.maps

    places = led(view, told.plan, told.sentence)
    with places.between:
        introduction()
    with places.map:
        map_panel(shown)
        panels.caption(told.since)
        panels.caption(told.caption)
    with places.side:
        pickers.pick_plan(view)
        pickers.pick_measure(view)
        pickers.pick_since(view, told.plan)
        charts.lead(told.picture.charts)
        panels.area_card(told.card)
        own_page(view, told.own)
        pickers.pick_classes(view, told.plan.key, told.measure)
    with places.map:
        charts.charts(told.picture.charts)

    glossary.words_here(told)
    export(today.PAGE, view)
    panels.about(told.about)
    panels.table(told.picture.table, told.plan.key, view.base)
    panels.footer()
else:
    from streamlit.starlette import App

    from ui.gate.around import MIDDLEWARE, ROUTES, lifespan
    from ui.who.streamlits import settled

    app = App(
        "app.py", lifespan=lifespan, middleware=MIDDLEWARE, routes=ROUTES, secrets=settled() or None
    )
