"""What people are told about a file of minutes. The page that reads minutes in a browser has the same words."""

from typing import Any

_OPEN_IN = 'Open it in {program}, choose "Save as" and the type that ends with {ending}, and use that file.'
_INSTEAD = 'The page says "someone" instead. To say more, give their roles or services.'

_MESSAGES = {
    # Why a file is not read.
    "too-large": "This file is too large. Take out the pictures, long tables and whatever does not belong to it, and save it again.",
    "not-one": f"This is not a {{program}} file, or it is damaged. {_OPEN_IN}",
    "old": f"This is an old {{program}} file, or one with a password. {_OPEN_IN}",
    "rtf": f"This is a text in the format RTF. {_OPEN_IN}",
    "pdf": "This is a PDF, which no longer says what is a table or a heading. Use the {program} file it was made of.",
    "other-format": 'A file that ends with {ending} cannot be read here. Open it, choose "Save as" and the type that ends with .docx, and '
    "use that file.",
    "no-document": "This is not a Word document. Choose the minutes, whose name ends with .docx.",
    "macros": f"This file has macros in it, which are programs. {_OPEN_IN}",
    "definitions": f"This file has definitions in it that no {{program}} file has. {_OPEN_IN}",
    "outside": "This file fetches something from outside, such as a template, a picture or a table of another file. Select all of "
    "its text, copy it into a new document, and use that file.",
    "nested": "This file is nested more deeply than minutes are. Copy its text into a new document, and use that file.",
    "empty": "This file has no text in it.",
    "several-meetings": "There is more than one meeting in this file: {days}. Put each into a file of its own, and start with the oldest.",
    "label-again": '"{label}" is there {number} times',
    "no-meeting": 'There is no meeting "{id}". Give the name of its file, without .md.',
    "held-already": '"{title}" has its minutes already. To change them, open its page and choose "Suggest a change to this page".',
    # Which meeting it was, and when.
    "which-day": "On which day was the meeting? {wrong}.",
    "no-day": "On which day was the meeting? The file does not say so clearly.",
    "no-day-new": "On which day was the meeting? The file does not say so clearly, so the date is left blank.",
    "nothing-filled-in": "Nothing is filled in: no attendance, decision, summary, note or change to an action was found. Is it the right "
    "file?",
    "of-demonstration": "Is it the right file? It is from the demonstration, whose network is made up. The page of your own meeting has "
    "the agenda to fill in.",
    "two-days": "The file says {written}, and the site {known}. Which is right?",
    "to-come": "The meeting is on {day}, which is still to come. Has it been held?",
    "new-record": "The site has no meeting on this day or with this title, so this is a new page. The editor adds what the file does not "
    "say.",
    "called-off": 'The site says that "{title}" was called off. Did it take place after all?',
    "changed-by-hand": "The text of the record is not that of the file. If someone changed the record by hand, their changes would be "
    "lost. Look at what would change before you go on.",
    "no-notes": "No notes were written, so the text of the page is still that of the plan. Is it right?",
    # Days.
    "not-one-day": '"{text}" is not one day',
    "day-or-month": '"{text}" may have the day or the month first',
    "no-year": '"{text}" has no year',
    "year-assumed": '"{text}" has no year, and was read as {day}',
    "other-weekday": '"{text}": {day} is a {weekday}',
    "not-in-calendar": '"{text}" is not a day of the calendar',
    # Who was there.
    "no-one-there": "Which services were there? The file does not say.",
    "all-others": '"{text}" was read as all {number} other services of the network.',
    "which-there": '"{text}": which services were there?',
    "there-and-away": "{service} is named among those who were there and among those who were not. Which is right?",
    "were-there": "These services were there: {services}.",
    "were-away": "Not there: {services} (the site shows only who was there)",
    "no-mark": "No mark: {services}.",
    "names-there": "Which services are these: {names}? They are under attendance, and not on our list of services.{near} Names of people "
    "are not kept: leave them unanswered, or choose the service that they are from.",
    "read-so-besides": "{text} (read as {service})",
    "names-there-in-public": "{number} of the names under attendance are not those of services. Which services were there? Names are not "
    "kept.",
    "unclear": 'Was {name} there? Beside it is "{marks}".',
    "unclear-in-public": "Was {name} there? The mark beside it is not clear.",
    "unclear-name-in-public": "A mark under attendance is not clear: was this service there? Its name is not that of a service.",
    # What happened, and what was decided.
    "happened": "What happened: {text}",
    "summary-length": 'What happened, in a sentence of {shortest} to {longest} characters? This has {number}: "{text}" Until then it '
    'stays: "{summary}"',
    "summary-now": 'What happened, in a sentence? The summary is now: "{summary}"',
    "summary-planned": 'What happened, in a sentence? The summary is still that of the plan: "{summary}"',
    "decision": "Decision: {text}",
    "decision-length": 'A decision has 3 to 400 characters. This one is in the text instead: "{decision}"',
    "topics": "Which of these topics were discussed? {topics}.",
    "taken-up": 'Add "taken_up: {meeting}" to each topic that was discussed, in the record of the meeting at which it was suggested.',
    "diamond": "Did you rank the cards of the {diamond}? If so, write which card was on top, for each group.",
    "diamond-left-out": "{diamond}, as it was planned: {question} (the file does not say how its cards were ranked)",
    # Actions.
    "action": "Action {ref}: {text} ({owner}; {how}{due})",
    "new-action": "New action: {text} ({owner}; {how}{due})",
    "action-due": "; due {day}",
    "action-open": "still open",
    "not-mentioned": 'Was "{text}" done? It was open before, and the file does not mention it. It stays open.',
    "ref-of-another": 'The ref beside "{action}", {ref}, is that of another action. Which of the two is it? Nothing was changed.',
    "ref-twice": 'Is "{action}" another action? Its ref, {ref}, is there twice, and the first was used.',
    "action-twice": "{text} (it is there twice)",
    "ended": 'Was "{action}" copied from an old file? An earlier meeting says that it ended on {day}.',
    "unknown-ref": 'Is "{action}" a new action? It was read as one, because no action has the ref {ref}.',
    "struck": 'Was "{action}" done, or dropped, and when? It is struck through, and stays open until then.',
    "struck-new": 'Is "{action}" an action? It is struck through.',
    "is-struck": "struck through",
    "words-and-owner": 'Is "{action}" another action than {ref}? Both its words and its owner are new. Nothing was changed.',
    "new-words": '"{action}": the words of {ref} are new. They were: "{text}"',
    "words-length": '"{action}": the words of {ref} have to be 3 to 400 characters long. They stay as they were.',
    "action-length": 'An action has 3 to 400 characters. These words are in the text of the record instead: "{action}"',
    "assumed-at": '"{action}": {assumed}.',
    "read-as": '"{action}": "{text}" was read as {day}',
    "read-so": '"{text}" was read as {day}',
    "carried": '"{action}": it is carried forward, and now due on {day}.',
    "open-besides": '"{action}": "{text}" (it stays open)',
    "due-besides": 'By which day is "{action}" to be done? "{text}" was read as {day}.',
    "due-not-a-day": 'The file says "{text}".',
    "due-taken-out": "The day it was due ({day}) was taken out.",
    "ask-due": 'By which day is "{action}" to be done? {problem} {stays}',
    "still-due": "It is still due on {day}.",
    "no-due": "It has no day until then.",
    "done-on": 'On which day was "{action}" done? "{said}" is not a day that has passed. It stays open.',
    "done-before": 'Was "{action}" done on {day}? It was agreed later, on {agreed}. It stays open.',
    "done-at-meeting": '"{action}" is done. No day is given, so the day of the meeting was taken.',
    "done-besides": '"{action}": "{text}" (it is marked as done)',
    "why-dropped": 'Why was "{action}" dropped? It stays open until there is a reason.',
    "is-it-done": 'Is "{action}" done? The file says "{said}". It stays open.',
    "not-one-service": '"{action}": {text} (an action has one service as its owner)',
    # Who does them.
    "which-owner": 'Which service does "{action}"? {asked}{stays}',
    "which-owner-in-public": 'Which service does "{action}"? The owner is not one service of the network. {stays}',
    "owner-and-day": 'Which service does "{action}", and by which day? {asked}{problem} {stays}',
    "owner-and-day-in-public": 'Which service does "{action}", and by which day? {problem} {stays}',
    "owner-stays": "{service} still does it.",
    "owner-in-text": 'Until then it is listed under "Other actions" in the notes.',
    "several-owners": '"{name}" are several owners, and an action has one. ',
    "no-such-service": '"{name}" is not a service of the network.{near} An action belongs to one service: say which takes care of it. ',
    # Names of people.
    "now-a-role": '"{name}" is now "{role}", because people are not named.',
    "now-a-role-in-public": 'A name is now "{role}", because people are not named.',
    "people": f"Are these names of people: {{names}}? {_INSTEAD}",
    "maybe-people": "Are any of these names of people: {names}? They are on the page as they were written.",
    "people-in-public": f"There may be names of people in the text. {_INSTEAD}",
    # What is left out.
    "no-place": "{where}: {text} (the site has no place for it)",
    "unread": "{what} (it cannot be read)",
    "unread-part": "a part that another program put in",
    "unread-picture": "a picture",
    "unread-described": "a picture ({words})",
    "no-web-page": "the link to {target} (no page of the web)",
    "in-agenda": "{text} (in the agenda; if it belongs in the record, copy it into the minutes below)",
    "not-understood": "{text} (it was not understood)",
    "asked-about": "{text} (it is in a question above)",
    # Where something stands.
    "beside": "beside {name}",
    "comment": "a comment",
    "top": "the top of the pages",
    "foot": "the foot of the pages",
    # What is written into a record.
    "other-decisions": "Other decisions",
    "other-actions": "Other actions",
    "notes-on-decisions": "Notes on decisions",
    "notes-on-actions": "Notes on actions",
    "see-decisions": "See the decisions.",
    "see-actions": "See the actions.",
    "see-both": "See the decisions and actions.",
    "minutes-added": "The minutes were added.",
    "untitled": "Meeting, {month}",
}


def said(code: str, **details: Any) -> str:
    """The words for something to tell, with its details filled in."""
    return _MESSAGES[code].format(**details)
