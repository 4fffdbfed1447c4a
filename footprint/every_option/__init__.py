"""Every option: all groupings of whole bodies into footprints in one piece, counted exactly.

A question says which options count. Units are the bodies that stay whole; what a footprint
carries and which authorities are watched decide what is refused and what is measured; the
frontier draws all options up as one diagram of few states, and counting asks it how many there
are, which one has which number, and for samples drawn evenly. Answers are told in plans. Built on
plans and measures. It ranks by nothing but what is counted: how patients move, who works well
together and what was tried before are in no figure here.
"""
