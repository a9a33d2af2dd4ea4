// A person at a browser: one window in one language, and everything about it
// that nobody may ever see: complaints of the browser, requests to somebody
// else, cookies that scripts could read.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const address = process.env.BELFRY_ADDRESS;
export const languages = ['en', 'ar', 'es', 'fr', 'ru', 'zh'];
// Behind the door, where there are more pages than people who look at them: a left-to-right
// one, a right-to-left one, and one whose words are longer.
export const deskLanguages = ['en', 'ar', 'fr'];

const options = [
	'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// The privacy page names these and no other.
const cookies = new Set(['belfry_draft', 'belfry_follow', 'belfry_kept', 'belfry_next',
	'belfry_notice', 'belfry_session']);

export function openBrowser() {
	return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: options });
}

export class Visitor {
	static async enter(browser, { language = 'en', width = 1280, scripts = true } = {}) {
		const visitor = new Visitor();

		visitor.language = language;
		visitor.prefix = language === 'en' ? '' : `/${language}`;
		visitor.width = width;
		visitor.complaints = [];
		visitor.context = await browser.newContext({ javaScriptEnabled: scripts, locale: language,
			viewport: { width, height: 900 }, baseURL: address });
		visitor.context.setDefaultTimeout(20000);
		visitor.page = await visitor.context.newPage();
		visitor.watch();
		return visitor;
	}

	watch() {
		const complain = what => this.complaints.push(what);

		this.context.on('console', message => {
			// That a page is an error page is no complaint.
			if (!/^Failed to load resource.*status of/.test(message.text()))
				complain(`the browser says: ${message.text()}`);
		});
		this.context.on('weberror', error => complain(`a script failed: ${error.error()}`));
		this.context.on('request', request => {
			if (!request.url().startsWith(`${address}/`))
				complain(`asks somebody else: ${request.url()}`);
		});
		this.context.on('response', response => {
			if (!response.request().isNavigationRequest()) {
				if (response.status() >= 400)
					complain(`${response.status()} for ${response.url()}`);
			} else if (response.status() < 300 || response.status() >= 400) {
				this.answer = response;
			}
		});
	}

	// What is wrong since the last time.
	async wrong() {
		const problems = this.complaints.splice(0);

		for (const cookie of await this.context.cookies()) {
			if (!cookies.has(cookie.name))
				problems.push(`a cookie that nobody announced: ${cookie.name}`);
			if (!cookie.httpOnly)
				problems.push(`scripts may read the cookie ${cookie.name}`);
			if (cookie.sameSite !== 'Lax')
				problems.push(`the cookie ${cookie.name} is SameSite=${cookie.sameSite}`);
		}
		return problems;
	}

	// path: without the language.
	go(path) {
		return this.page.goto(this.prefix + path);
	}

	// The one main button of a page.
	async press(selector = 'main .button.main') {
		await this.page.click(selector);
		await this.page.waitForLoadState();
	}

	// A request that no page of ours would make, its answer shown as a page.
	async send(path, { method = 'POST', headers = {}, body = '' }) {
		const url = address + this.prefix + path;

		await this.page.route(url, route => route.continue({ method, postData: body,
			headers: { ...route.request().headers(),
				'content-type': 'application/x-www-form-urlencoded', ...headers } }));
		await this.page.goto(url);
		await this.page.unroute(url);
	}

	// Here, without the language.
	get path() {
		const path = new URL(this.page.url()).pathname;

		return this.prefix && path.startsWith(`${this.prefix}/`)
			? path.slice(this.prefix.length) : path;
	}

	// That the last step led there; if not, what the page complains about.
	async isAt(path) {
		if (this.path !== path)
			assert.fail(`at ${this.path} instead of ${path}: `
				+ await this.page.locator('h1, .problem').allInnerTexts());
	}

	leave() {
		return this.context.close();
	}
}
