"""The possessive pronouns of the languages written with an alphabet of capitals."""

POSSESSIVES = frozenset(
    """his her their its sein seine ihr ihre son sa ses leur leurs su sus seu sua seus suas его её
    ее их його її їхній їхня їхні""".split()
)
