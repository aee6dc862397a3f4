import type { Plugin } from 'vite';

/** The chunk with the editor, by the module that begins it. */
const editorModule = '/src/editor/mount-editor.ts';

/**
 * Names the editor in the head of the page, so that it is on its way while the page itself is read; it is run after the first paint, as
 * before. Its low priority leaves the network to what the first paint needs.
 */
export function earlyEditor(): Plugin {
  return {
    name: 'early-editor',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const editor = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(editorModule));
        if (editor === undefined) throw new Error(`no chunk begins with ${editorModule}`);
        const link = (attributes: Record<string, string | boolean>) => ({
          tag: 'link',
          attrs: { ...attributes, crossorigin: true, fetchpriority: 'low' },
          injectTo: 'head' as const,
        });
        const styles = [...(editor.viteMetadata?.importedCss ?? [])];
        return {
          html,
          tags: [
            link({ rel: 'modulepreload', href: `./${editor.fileName}` }),
            ...styles.map((href) => link({ rel: 'preload', as: 'style', href: `./${href}` })),
          ],
        };
      },
    },
  };
}
