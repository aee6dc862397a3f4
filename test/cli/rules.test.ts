import { describe, expect, it } from 'vitest';

import { ruleTable } from '../../src/lint/rule-table.js';
import { run } from '../acceptance/command.js';
import { pageFolder, readPage } from '../docs/rule-pages.js';

describe('poolscale rules', () => {
  it('has a line for each rule', () => {
    const { status, stdout } = run(['rules']);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(ruleTable.map(({ id }) => id));
  });

  it('prints JSON', () => {
    const { stdout } = run(['rules', '--json']);
    expect(JSON.parse(stdout)).toEqual({ version: 1, rules: ruleTable });
  });
});

describe('poolscale explain', () => {
  it('prints the page of a rule', () => {
    const { status, stdout } = run(['explain', 'unguarded-window']);
    expect(status).toBe(0);
    expect(stdout).toBe(readPage(pageFolder, 'unguarded-window'));
  });

  it('names the nearest rule, exit code 2', () => {
    const { status, stdout, stderr } = run(['explain', 'unguarded-windows']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('did you mean unguarded-window?');
  });

  it('has no page for names that every object has', () => {
    expect(run(['explain', 'constructor']).status).toBe(2);
  });
});
