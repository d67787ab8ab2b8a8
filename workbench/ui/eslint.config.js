import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'test-results', 'playwright-report', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  { ...reactHooks.configs['recommended-latest'], files: ['src/**'] },
  {
    // Playwright's fixtures name what they need in a pattern, empty where it is nothing.
    files: ['e2e/**'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    rules: {
      'no-eval': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text of reports is text, never markup.',
        },
      ],
    },
  },
);
