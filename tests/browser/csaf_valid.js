// Are these files CSAF 2.0? The schema and all mandatory tests of the standard, by
// another program than ours.
//
//   node csaf_valid.js FILE...
import { readFileSync } from 'node:fs';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as schema from '@secvisogram/csaf-validator-lib/schemaTests.js';
import validate from '@secvisogram/csaf-validator-lib/validate.js';

// What is wrong with a document; nothing where all is well.
export async function faultsOf(text) {
	const document = JSON.parse(text);
	const result = await validate([schema.csaf_2_0, ...Object.values(mandatory)], document);
	return result.tests.flatMap(({ name, errors }) =>
		errors.map((error) => `${name} ${error.instancePath}: ${error.message}`));
}

if (process.argv[1].endsWith('csaf_valid.js')) {
	let bad = 0;

	for (const file of process.argv.slice(2)) {
		for (const fault of await faultsOf(readFileSync(file, 'utf8'))) {
			console.log(`${file}: ${fault}`);
			bad++;
		}
	}
	console.log(`${process.argv.length - 2} documents, ${bad} faults`);
	process.exitCode = bad > 0 || process.argv.length < 3 ? 1 : 0;
}
