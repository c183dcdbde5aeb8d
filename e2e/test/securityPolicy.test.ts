import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect } from 'vitest';
import { story } from '../harness/story.ts';

describe('the Content-Security-Policy', () => {
  story('[W-01] leaves an attacker no way that is known', async ({ evening }) => {
    for (const path of ['/', '/r/none', '/account', '/api/rooms/none', '/health/live']) {
      const answer = await fetch(`${evening.server.url}${path}`);
      const policy = answer.headers.get('content-security-policy') ?? '';

      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();

      // What may be grave or not: 'self' would be, did the server give out what people upload as scripts.
      const grave = findings.filter(({ severity }) => severity <= Severity.HIGH_MAYBE);
      expect(grave, `${path}: ${policy}`).toEqual([]);
    }
  });
});
