// Offers the fields of records in Visual Studio Code, and shows what the project's own checks find in them.

"use strict";

const { execFile } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { offers, fieldAbout } = require("./front_matter.js");

/** @import { DiagnosticCollection, ExtensionContext, Position, TextDocument } from "vscode" */
/** @import { Schema } from "./front_matter.js" */
/**
 * @typedef {object} Finding A diagnostic from `validate.py --format json`
 * @property {"error" | "warning"} level
 * @property {string} rule
 * @property {string} message
 * @property {string} [help] The address of the rule's explanation
 * @property {number} line
 * @property {number} column
 * @property {number} length
 */

const RECORDS = { language: "markdown", pattern: "**/content/*/*.md" };
const SEVERITY = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning };

/**
 * The project of a file, and the folder of its kind of record.
 *
 * @param {TextDocument} document
 */
function place(document) {
  const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
  if (!root) return undefined;
  const [content, folder, name] = path.relative(root, document.uri.fsPath).split(path.sep);
  return content === "content" && name ? { root, folder } : undefined;
}

/**
 * The schema of the records in a folder, which `make generate` writes. Undefined for written pages.
 *
 * @param {{ root: string, folder: string }} place
 * @returns {Schema | undefined}
 */
function schemaFor({ root, folder }) {
  const all = path.join(root, "schemas");
  const schemas = fs.readdirSync(all).map((name) => JSON.parse(fs.readFileSync(path.join(all, name), "utf8")));
  return schemas.find((schema) => schema["x-folder"] === folder);
}

/**
 * @param {string} root
 * @param {string} folder
 */
function namesIn(root, folder) {
  const names = fs
    .readdirSync(path.join(root, "content", folder))
    .filter((name) => name.endsWith(".md") && name !== "index.md");
  return names.map((name) => name.slice(0, -".md".length));
}

/**
 * @param {TextDocument} document
 * @param {Position} position
 */
function completed(document, position) {
  const where = place(document);
  const schema = where && schemaFor(where);
  if (!schema) return [];
  const before = document.lineAt(position).text.slice(0, position.character);
  const started = /[^\s:]*$/.exec(before)?.[0].length ?? 0;
  const lines = document.getText().split(/\r?\n/);
  const found = offers(lines, position.line, position.character, schema, (folder) => namesIn(where.root, folder));
  return found.map((one) => {
    const isField = one.kind === "field";
    const item = new vscode.CompletionItem(
      { label: one.label, description: one.detail },
      isField ? vscode.CompletionItemKind.Field : vscode.CompletionItemKind.Value,
    );
    item.insertText = one.insert;
    item.keepWhitespace = true;
    item.range = new vscode.Range(position.translate(0, -started), position);
    item.documentation = new vscode.MarkdownString(one.about);
    item.sortText = one.order;
    if (isField) item.command = { command: "editor.action.triggerSuggest", title: "Offer what may stand in it" };
    return item;
  });
}

/**
 * @param {TextDocument} document
 * @param {Position} position
 */
function hovered(document, position) {
  const where = place(document);
  const schema = where && schemaFor(where);
  const text = schema ? fieldAbout(document.getText().split(/\r?\n/), position.line, schema) : "";
  return text ? new vscode.Hover(new vscode.MarkdownString(text)) : undefined;
}

/**
 * Check a file that was opened or saved, and show the diagnostics beside its lines.
 *
 * @param {TextDocument} document
 * @param {DiagnosticCollection} shown
 */
function check(document, shown) {
  const where = place(document);
  if (!where || document.languageId !== "markdown") return;
  const python = path.join(
    where.root,
    ".venv",
    ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
  );
  const arguments_ = [path.join("scripts", "validate.py"), "--format", "json", document.uri.fsPath];
  execFile(python, arguments_, { cwd: where.root }, (error, printed) => {
    if (error && error.code !== 1) {
      vscode.window.setStatusBarMessage("The records are not checked: run `make install` first.", 10000);
      return;
    }
    shown.set(document.uri, JSON.parse(printed).map(diagnostic));
  });
}

/** @param {Finding} finding */
function diagnostic(finding) {
  const start = new vscode.Position(finding.line - 1, finding.column - 1);
  const found = new vscode.Diagnostic(
    new vscode.Range(start, start.translate(0, Math.max(finding.length, 1))),
    finding.message,
    SEVERITY[finding.level],
  );
  found.source = "records";
  found.code = finding.help ? { value: finding.rule, target: vscode.Uri.parse(finding.help) } : finding.rule;
  return found;
}

/** @param {ExtensionContext} context */
function activate(context) {
  const shown = vscode.languages.createDiagnosticCollection("records");
  context.subscriptions.push(
    shown,
    vscode.languages.registerCompletionItemProvider(RECORDS, { provideCompletionItems: completed }, " ", "-"),
    vscode.languages.registerHoverProvider(RECORDS, { provideHover: hovered }),
    vscode.workspace.onDidOpenTextDocument((document) => check(document, shown)),
    vscode.workspace.onDidSaveTextDocument((document) => check(document, shown)),
    vscode.workspace.onDidCloseTextDocument((document) => shown.delete(document.uri)),
  );
  for (const document of vscode.workspace.textDocuments) check(document, shown);
}

module.exports = { activate };
