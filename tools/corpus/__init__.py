"""A made corpus of conflict reporting: invented events, and reports of them with the noise that reporting has.

The templates are tables: theatres.yaml (where, who, which outlets), kinds.yaml (what happens and how it is told),
wording.yaml (what stands around it). The same seed gives the same bytes.
"""
