"""What a contributor is told about personal data. Nothing personal is repeated."""

from macros.kinds.not_personal import Looks

NEVER = "Take it out now, and do not publish this file: once it is published, people can always find it."
# The author of an issue cannot do what follows this.
UNLESS_CHECKED = " If someone in a role has checked that it is not, "

_LOOKS = {
    Looks.NHS_NUMBER: "This looks like an NHS number.",
    Looks.INSURANCE_NUMBER: "This looks like a national insurance number.",
    Looks.TELEPHONE: "This looks like a mobile phone number. Give the number of an office or a mailbox instead.",
    Looks.BIRTH: "This looks like someone's date of birth.",
    Looks.MAILBOX: "This looks like the e-mail address of a person. Give the mailbox of a role or a team instead.",
    Looks.ADDRESS: "This looks like a postal address. Name the venue and the town instead.",
}
_MAY_BE = {
    Looks.NHS_NUMBER: "These ten digits may be an NHS number.",
    Looks.INSURANCE_NUMBER: "This may be a national insurance number.",
    Looks.TELEPHONE: "This may be a person's own telephone number.",
    Looks.BIRTH: "This may be someone's date of birth.",
    Looks.MAILBOX: "This may be the e-mail address of a person.",
    Looks.ADDRESS: "This may be where someone lives.",
}


def certain(looks: Looks, *, in_name: bool) -> str:
    """The message about something that is certainly personal, in the text or the name of a file."""
    message = (
        _LOOKS[looks].replace("This looks", "The name of this file holds what looks") if in_name else _LOOKS[looks]
    )
    return f"{message} {NEVER}"


def likely(looks: Looks, *, in_name: bool, can_say: bool) -> str:
    """The message about something that may be personal. `can_say` is whether the file has the field `not_personal`."""
    where = "Look at the name of this file. " if in_name else ""
    if_not = (
        f'{UNLESS_CHECKED}add an entry under "not_personal": "looks_like: {looks.value}", "by:" with the role and "date:" with '
        "the day."
    )
    return f"{where}{warning(looks, is_certain=False)}{if_not if can_say else ''}"


def warning(looks: Looks, *, is_certain: bool) -> str:
    """The message to someone who has not sent anything yet."""
    if is_certain:
        return f"{_LOOKS[looks]} Take it out: once it is published, people can always find it."
    return f"{_MAY_BE[looks]} If it is, take it out: once it is published, people can always find it."
