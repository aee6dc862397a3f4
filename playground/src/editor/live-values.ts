import type { editor } from 'monaco-editor';

import type { LiveValues } from '../../../src/language-service/index.js';

const live = new WeakMap<editor.ITextModel, LiveValues>();

/** Values that hovers and hints of a model show; undefined for none. */
export function liveValues(model: editor.ITextModel): LiveValues | undefined {
  return live.get(model);
}

export function setLiveValues(model: editor.ITextModel, values: LiveValues | undefined): void {
  if (values === undefined) live.delete(model);
  else live.set(model, values);
}
