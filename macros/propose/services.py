"""The services that a proposal names: the words for one that is not in the list, and the names that services go by."""

from collections import Counter
from collections.abc import Mapping

from macros.kinds import Service
from macros.library.records import Records
from macros.source.likeness import alike

# People whose service is not in the list type its name. The record refers to the id the service will get, so a proposal
# is valid as soon as the service is added.
UNLISTED = "unlisted"
UNLISTED_LABEL = "Service that is not in the list"
UNLISTED_HINT = "Its name, if it is not in the list. It can be added."
# The fields in which people choose them: several, or one. If one is needed, it may be one that is not in the list.
CHOOSE_SERVICES = ("services", "service")
# What people write when they have no answer, as a file name: "N/A" is "n-a".
NO_NAMES = ("n-a", "na", "nil", "no", "no-response", "none", "not-applicable", "not-listed", "nothing")


def services_by_name(library: Records) -> Mapping[str, str]:
    """The ids of services by everything they are or were called: title, id, former ids and names, each as `alike` has it.

    A former name shared by several services is left out.
    """
    services = sorted(library.all_of(Service).values(), key=lambda service: not service.active)
    titles = {alike(service.title): service.id for service in reversed(services)}
    ids = {name: name for name in sorted({*library.ids[Service.KIND], *library.all_of(Service)})}
    former = {(alike(name), service.id) for service in services for name in service.former_names}
    times = Counter(name for name, _ in former)
    names = {name: service_id for name, service_id in sorted(former) if times[name] == 1}
    return {**names, **library.aliases[Service.KIND], **ids, **titles}
