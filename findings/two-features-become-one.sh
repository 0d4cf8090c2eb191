#!/usr/bin/env bash
# A calendar library writes the two features of a conference as one that no one knows.
#
# Guess before trying: icalendar has a class for conferences, so the features that it reads are the features that it writes.
# FEATURE is a list of words with commas between them (RFC 7986, section 6.3).
# Seen on 30 November 2026 (icalendar 7.3.0): it joins the words to one text and puts that in quotation marks, because there is a
# comma in it. FEATURE=PHONE,MODERATOR comes back as FEATURE="PHONE,MODERATOR", one unknown feature, also when a line that was
# read is only handed back. With one feature all is well.
# What we do: our calendars name one feature (macros/outputs/calendars.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0

cat >"$folder/write.py" <<'PYTHON'
from icalendar import Calendar, Conference, Event

CALENDAR = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//example//EN",
        "BEGIN:VEVENT",
        "UID:meeting@example.org",
        "DTSTAMP:20260101T000000Z",
        "DTSTART:20260201T100000Z",
        "CONFERENCE;VALUE=URI;FEATURE=PHONE,MODERATOR:tel:+44-1632-960123",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)


def line(event: Event) -> str:
    """The line of the conference as it is written."""
    return next(one for one in event.to_ical().decode().split("\r\n") if one[:10] == "CONFERENCE")


[read] = Calendar.from_ical(CALENDAR).walk("VEVENT")
print("as read:    ", line(read))
read.conferences = read.conferences
print("handed back:", line(read))
print("made:       ", line(Event.new(conferences=[Conference("https://example.org/", ["AUDIO", "VIDEO"])])))
print("one feature:", line(Event.new(conferences=[Conference("https://example.org/", "VIDEO")])))
PYTHON

seen=$("$folder/venv/bin/python" "$folder/write.py")
echo "$seen"
[ "$(grep -c 'FEATURE="' <<<"$seen")" = 2 ] && grep -q 'as read: .*FEATURE=PHONE,MODERATOR' <<<"$seen" && grep -q 'one feature: .*FEATURE=VIDEO' <<<"$seen"
