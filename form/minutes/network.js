/** What the page knows of the network: see macros/minutes/page_data.py, which makes it. */

/** @typedef {{ id: string, text: string, owner: string, due?: string, done?: string, dropped?: string, why?: string }} Action */
/** @typedef {{ id: string, text: string, day: string }} Ended An action that was done or dropped, and when. */
/** @typedef {{ role: string, service: string }} Champion */
/** @typedef {{ value: string, also: string[], description: string }} Stage A stage, and other words that people write for it. */
/** @typedef {{ name?: string, isText: boolean, unsaid: string, parts: Style[] }} Style How a field is written: see macros/source/writer.py. */
/** @typedef {{ name: string, about: string[], blank: string[] | null, example: string[] }} Started A field in a new record. */
/** @typedef {string | { [name: string]: Value } | Value[]} Value */

/**
 * The fields of a record that are looked at, and any others.
 *
 * @typedef {{ attended?: string[], decisions?: string[], actions?: Action[], stage?: string, title?: string,
 *   date?: string, summary?: string, reason?: string,
 *   updates?: { date: string, note: string }[], standing_item?: any, diamond9?: any, [name: string]: any }} RecordValues
 */

/**
 * A meeting that was held, of which only this is needed.
 *
 * @typedef {{ id: string, title: string, date: string, isHeld: boolean }} KnownMeeting
 */

/**
 * A meeting that was not held yet, or called off: its record, the actions it is to look at, each with the day since which it is agreed,
 * the topics that wait, and the words that its agenda prints.
 *
 * @typedef {KnownMeeting & { path: string, isCalledOff: boolean, isPlanned: boolean, values: RecordValues, body: string, text: string, topics: string[], agenda: string[],
 *   actions: { action: Action, agreed: string }[] }} PlannedMeeting
 */

/**
 * @typedef {object} Network
 * @property {string} pages the address below which the pages of meetings are; empty if the site has none
 * @property {string} zone its time zone
 * @property {string} day what day it always is; empty if that changes
 * @property {Record<string, string>} names the ids of services by their names, as `alike` has these
 * @property {Record<string, Champion>} champions by their names, as `alike` has these
 * @property {Record<string, string>} titles of services, by id
 * @property {Record<string, string>} formerServices the ids of services by their former ones
 * @property {string[]} current the services that are in the network
 * @property {(KnownMeeting | PlannedMeeting)[]} meetings
 * @property {Record<string, string>} aliases the ids of meetings by their former ones
 * @property {string} folder of meetings
 * @property {string[]} files the paths of meetings
 * @property {{ action: Action, agreed: string }[]} open
 * @property {Ended[]} actions all that meetings agreed; those that are open have no day
 * @property {Record<string, string>} refs by the ids of actions
 * @property {string} lastHeld the day of the last meeting that was held
 * @property {Stage[]} stages that a meeting may have
 * @property {Style[]} fields of a meeting's record
 * @property {{ fields: Started[], rest: string[], end: string[] }} started how a new record starts
 */
export {};
