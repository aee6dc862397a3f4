import type * as monaco from 'monaco-editor/editor';

/** What registers languages and themes is given: only the editor itself loads Monaco. */
export type Monaco = typeof monaco;
