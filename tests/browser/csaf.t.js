// Documents for machines, by another program than ours: what the demo publishes, what
// tests/unit/csaf.c makes, and one that is none.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from './csaf_valid.js';
import { done, nothingWrong, test } from './tap.js';
import { address } from './visitor.js';

const made = 220;
const white = `${address}/.well-known/csaf/white`;

async function text(path) {
	const answer = await fetch(path);

	if (!answer.ok)
		throw new Error(`${path}: ${answer.status}`);
	return answer.text();
}

async function faultsOfAll(documents) {
	const faults = [];

	for (const [name, document] of documents)
		for (const fault of await faultsOf(document))
			faults.push(`${name}: ${fault}`);
	return faults;
}

await test('documents of all kinds are CSAF 2.0', async () => {
	const folder = mkdtempSync(join(process.env.BELFRY_STATE, 'documents-'));

	try {
		spawnSync(join(process.env.BELFRY_BUILD, 'tests/unit/csaf'), [folder]);
		const files = readdirSync(folder);

		if (files.length !== made)
			throw new Error(`${files.length} documents instead of ${made}`);
		nothingWrong(await faultsOfAll(files.map(name => [name, readFileSync(join(folder, name), 'utf8')])));
	} finally {
		rmSync(folder, { recursive: true });
	}
});

await test('what the demo publishes is CSAF 2.0', async () => {
	const paths = (await text(`${white}/index.txt`)).trim().split('\n');

	if (paths.length < 5)
		throw new Error(`${paths.length} documents`);
	nothingWrong(await faultsOfAll(await Promise.all(paths.map(async path =>
		[path, await text(`${white}/${path}`)]))));
});

await test('and this one is not', async () => {
	const [path] = (await text(`${white}/index.txt`)).split('\n');
	const document = JSON.parse(await text(`${white}/${path}`));

	document.document.tracking.version = '99';
	if ((await faultsOf(JSON.stringify(document))).length === 0)
		throw new Error('nobody saw that its version is not that of its history');
});

done();
