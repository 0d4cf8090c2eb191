"""The groups of a table in words."""

from macros.figures.table import Group, Whose
from macros.kinds import Service
from macros.library.public import PublicLibrary


def group_in_words(group: Group, public: PublicLibrary) -> str:
    """The name of a group, for the coordinator."""
    words = {
        Whose.SERVICE: public.titles_by_id(Service.KIND),
        Whose.AREA: public.network.words("areas"),
        Whose.ROLE: public.network.words("audiences"),
    }
    return words.get(group.whose, {}).get(group.name, "The network")
