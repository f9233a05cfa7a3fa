import { relative } from 'node:path';
import { projectFolder } from './project.mjs';
import { reportIn } from './report-in.mjs';

/** @typedef {{ testResults: { name: string, status: string, message: string,
 *   assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[] }} VitestReport */
/** @typedef {{ title: string, file: string, ok: boolean, tests: { results: { errors: { message?: string }[] }[] }[] }} Spec */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * Each failed test in a line with the first line of its reason, so that whoever reads only the end of a long run knows.
 * @param {string} file JSON report of vitest @returns {string[]}
 */
export function vitestFailures(file) {
  /** @type {VitestReport | null} */
  const report = reportIn(file);
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [line(name, 'not loaded', message)];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => line(name, fullName, failureMessages[0]));
  });
}

/** @param {string} file JSON report of Playwright @returns {string[]} */
export function playwrightFailures(file) {
  /** @type {Suite | null} */
  const report = reportIn(file);
  return report === null ? [] : failuresIn(report);
}

/** @param {Suite} suite @returns {string[]} */
function failuresIn({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return line(file, title, errors[0]?.message);
    });
  return [...own, ...suites.flatMap(failuresIn)];
}

/** @param {string} file @param {string} title @param {string} [reason] */
function line(file, title, reason = 'no reason told') {
  const from = file.startsWith(projectFolder) ? relative(projectFolder, file) : file;
  return `${from} › ${title}: ${reason.split('\n', 1)[0]}`;
}
