"""Rights: who somebody is, and what they may do to an option or a pack.

A person is a value that whoever signed them in vouches for, and one table says for each role what
it may do to what is its own and to what is others'. It knows of no store and of no screen. Where
nobody signs in, there is no person, and everybody may do everything, as on one's own laptop.
"""
