// Firefox, for firefox.py: node firefox.mjs PROGRAM WIDTH HEIGHT. Each line of input is a call as JSON: the name of a function below,
// then what it is given. Each gets a line in answer. When the input ends, so does Firefox.

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

// In milliseconds. The computer may be slow, and busy with other tests.
const PATIENCE = 300_000;
const [, , executablePath, width, height] = process.argv;
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  defaultViewport: { width: Number(width), height: Number(height) },
  extraPrefsFirefox: { "intl.accept_languages": "en-GB" },
  timeout: PATIENCE,
  protocolTimeout: PATIENCE,
});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);

const calls = {
  open: async (address) => void (await page.goto(address)),
  evaluate: (expression) => page.evaluate(expression),
  press: async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  },
  pdf: async () => Buffer.from(await page.pdf({ format: "a4" })).toString("base64"),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  const answer = await calls[name](...given).then(
    (value) => ({ value }),
    (error) => ({ error: String(error) }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
