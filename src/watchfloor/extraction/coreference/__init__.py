"""What pronouns and definite nouns stand for, where it is clear.

``mentions`` finds the phrases, ``traits`` tells their number, gender and nature, ``naming`` joins the names of one
person or group, ``binding`` says what the tree allows, ``features`` what speaks for a candidate and ``resolver``
takes the best.
"""

from .pointing import acts_for_owner, points_back
from .resolver import Coreference

__all__ = ["FIRST", "ONE", "Coreference", "acts_for_owner", "points_back"]

#: Pronouns of one person who speaks.
ONE = frozenset("i me my mine myself".split())
#: Pronouns of whoever speaks.
FIRST = ONE | frozenset("we us our ours ourselves".split())
