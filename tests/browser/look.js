// What must hold for every page, whatever it says.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const grammar = new HtmlValidate(new StaticConfigLoader({
	root: true,
	extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
	rules: {
		// The templates write what HTML allows: <br>, not <br/>.
		'void-style': ['error', { style: 'omit' }],
		// A title is the question, the service and the team.
		'long-title': 'off',
		// The summary of errors comes before the question, as an h2.
		'heading-level': ['error', { minInitialRank: 'h2' }],
		// Several ticks of one question share its name.
		'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
		// The style sheet keeps a number on its line, and is our own.
		'tel-non-breaking': 'off',
		'require-sri': ['error', { target: 'crossorigin' }],
	},
}));

// --- the page as it was sent

async function html(visitor) {
	const text = await visitor.answer.text();
	const report = await grammar.validateString(text, visitor.page.url());

	return report.results.flatMap(result => result.messages).map(
		m => `html: line ${m.line}: ${m.message} (${m.ruleId})`);
}

// bare: nginx's own, which knows no team.
// What the titles of pages begin with that complain.
const problem = { en: 'Error: ', ar: 'خطأ: ', es: 'Error: ', fr: 'Erreur\u00a0: ', ru: 'Ошибка: ', zh: '错误：' };

async function frame(visitor, { status = 200, complains = false, bare = false }) {
	const found = await visitor.page.evaluate(() => ({
		language: document.documentElement.lang,
		direction: document.documentElement.dir,
		heads: [...document.querySelectorAll('h1')].filter(x => x.checkVisibility()).length,
		title: document.title,
		summary: document.querySelector('main .problem') !== null,
		mains: document.querySelectorAll('main .button.main').length,
	}));
	const problems = [];
	const want = (what, is, wanted) => is === wanted
		|| problems.push(`${what}: ${is} instead of ${wanted}`);

	want('status', visitor.answer.status(), status);
	want('lang', found.language, visitor.language);
	want('dir', found.direction, visitor.language === 'ar' ? 'rtl' : 'ltr');
	want('visible h1', found.heads, 1);
	want('title says that there is a problem', found.title.startsWith(problem[visitor.language]),
		complains);
	want('title names the team', found.title.endsWith(' – VEL-CIRT'), !bare);
	want('summary of errors', found.summary, complains);
	if (found.mains > 1)
		problems.push(`${found.mains} main buttons`);
	return problems;
}

// --- axe

async function accessible(visitor, media, only) {
	const { page } = visitor;

	await page.emulateMedia(media);
	if (!await page.evaluate(() => 'axe' in window))
		await page.evaluate(axe);
	const violations = await page.evaluate(async ([tags, some]) => {
		const runOnly = some ? { type: 'rule', values: some } : { type: 'tag', values: tags };
		const found = await window.axe.run(document, { runOnly, resultTypes: ['violations'],
			rules: some ? {} : { 'target-size': { enabled: true } } });

		return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: `
			+ n.failureSummary.split('\n').slice(1).join(';').trim()));
	}, [rules, only]);
	await page.emulateMedia({ colorScheme: null, forcedColors: null });
	return violations.map(x => `axe${media.colorScheme === 'dark' ? ', dark' : ''}: ${x}`);
}

// --- what has room

// What sticks out sideways, and words that are cut.
function outOfRoom(page) {
	return page.evaluate(() => {
		const name = e => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : '')
			+ [...e.classList].map(x => `.${x}`).join('')
			+ ` '${e.textContent.trim().slice(0, 30)}'`;
		const screen = document.scrollingElement;
		const problems = [];

		if (screen.scrollWidth > screen.clientWidth) {
			const out = [...document.body.querySelectorAll('*')].filter(e => {
				const box = e.getBoundingClientRect();
				return box.width > 0 && !e.closest('.frame, .unseen, .skip')
					&& (box.right > screen.clientWidth + 0.5 || box.left < -0.5);
			});
			problems.push(`scrolls sideways by ${screen.scrollWidth - screen.clientWidth} px: `
				+ out.slice(-3).map(name).join(', '));
		}
		for (const e of document.body.querySelectorAll('*')) {
			const style = getComputedStyle(e);

			// In the queue subject and class are one line, cut at their end; what
			// is typed moves along in its control.
			if (!e.checkVisibility()
				|| e.closest('.unseen, .skip, svg, input, textarea, .queue td:nth-child(3), .queue td:nth-child(4)')
				|| !/hidden|clip/.test(style.overflowX + style.overflowY))
				continue;
			if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
				problems.push(`cut: ${name(e)}`);
		}
		return problems;
	});
}

// WCAG 1.4.12, without a style element, which the policy would refuse.
function spread(page, on) {
	return page.evaluate(spread => {
		if (spread) {
			const sheet = new CSSStyleSheet();

			sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
				word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
			document.adoptedStyleSheets = [sheet];
		} else {
			document.adoptedStyleSheets = [];
		}
	}, on);
}

// Fingers: everything that is pressed, but links within a sentence.
function tooSmall(page, least) {
	return page.evaluate(least => {
		const inSentence = e => getComputedStyle(e).display === 'inline'
			&& e.parentElement.textContent.trim().length > e.textContent.trim().length;
		const box = e => {
			const boxes = [e, ...(/radio|checkbox/.test(e.type) ? e.labels : [])]
				.map(x => x.getBoundingClientRect());

			return { width: Math.max(...boxes.map(b => b.right)) - Math.min(...boxes.map(b => b.left)),
				height: Math.max(...boxes.map(b => b.bottom)) - Math.min(...boxes.map(b => b.top)) };
		};

		return [...document.querySelectorAll(
			'a[href], button, input:not([type=hidden]), select, textarea, summary')]
			.filter(e => e.checkVisibility() && !e.closest('.unseen, .skip') && !inSentence(e))
			.map(e => [e, e.closest('.queue tbody tr')?.getBoundingClientRect() ?? box(e)])
			.filter(([, b]) => b.height < least - 0.5 || b.width < 23.5)
			.map(([e, b]) => `${b.width.toFixed()} x ${b.height.toFixed()} px, not ${least}: `
				+ `${e.tagName.toLowerCase()} '${(e.textContent.trim() || e.name).slice(0, 30)}'`);
	}, least);
}

async function roomy(visitor, { desk = false }) {
	const { page } = visitor;
	const touch = await visitor.context.newCDPSession(page);
	const problems = [];
	const add = (when, found) => problems.push(...found.map(x => `${when}: ${x}`));

	for (const width of [1280, 360, 320]) {
		await page.setViewportSize({ width, height: 900 });
		add(`${width} px`, await outOfRoom(page));
	}
	await spread(page, true);
	add('320 px, spaced', await outOfRoom(page));
	await spread(page, false);
	await page.setViewportSize({ width: 360, height: 900 });
	if (desk)
		await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
	add('by finger', await tooSmall(page, 44));
	if (desk)
		await touch.send('Emulation.setTouchEmulationEnabled', { enabled: false });
	await touch.detach();
	return problems;
}

// --- words

// Names are nobody's to translate, and a browser says its own.
const colleagues = ['Mozilla.*', 'Amina Deriba', 'Jonas Okello', 'Leïla Haddad', 'Tomás Verdeja',
	'Ruth Abidemi', 'Samir Tolani', 'Ingrid Solheim', 'Grace Ndiaye', 'Noor Adisa'];

// Arabic pages: what stayed in Latin letters though nobody typed it so, and
// numbers in groups, which right-to-left text would turn round.
async function untranslated({ page, language }) {
	if (language !== 'ar')
		return [];
	return page.evaluate(names => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const problems = [];

		while (walker.nextNode()) {
			const text = walker.currentNode.data.replace(/\u2066.*?\u2069/g, '')
				.replaceAll(new RegExp(names, 'g'), '').trim();

			if (walker.currentNode.parentElement.closest(
				'[dir=auto], [dir=ltr], bdi, [lang]:not(html), textarea, option, abbr'))
				continue;
			if (/[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(text))
				problems.push(`not in Arabic: ${text.slice(0, 60)}`);
			if (/\d \d|\+\d/.test(text))
				problems.push(`turned round: ${text.slice(0, 60)}`);
		}
		return problems;
	}, colleagues.join('|'));
}

// --- colours that the reader's system chooses

async function inForcedColours({ page }) {
	await page.emulateMedia({ forcedColors: 'active' });
	const problems = await page.evaluate(() => {
		const bare = e => {
			const style = getComputedStyle(e);

			return style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1;
		};

		return [...document.querySelectorAll('.button, .choices, textarea, select,'
			+ ' input:not([type=hidden], [type=radio], [type=checkbox], .unseen)')]
			.filter(e => e.checkVisibility() && bare(e))
			.map(e => `forced colours: no edge: ${e.tagName.toLowerCase()} '${e.textContent.trim()}'`);
	});

	await page.emulateMedia({ forcedColors: null });
	return problems;
}

// Everything that is wrong with the page that the visitor sees. It stays where
// it is, at the visitor's own width.
export async function look(visitor, place) {
	const problems = await html(visitor);

	problems.push(...await frame(visitor, place));
	problems.push(...await accessible(visitor, { colorScheme: 'light' }));
	problems.push(...await untranslated(visitor));
	problems.push(...await roomy(visitor, place));
	// Colours are the same in every language.
	if (visitor.language === 'en') {
		problems.push(...await accessible(visitor, { colorScheme: 'dark' },
			['color-contrast', 'link-in-text-block']));
		problems.push(...await inForcedColours(visitor));
	}
	problems.push(...await visitor.wrong());
	await visitor.page.setViewportSize({ width: visitor.width, height: 900 });
	return problems;
}
