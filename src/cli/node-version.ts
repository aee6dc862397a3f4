/**
 * Version of Node. The first module that main.ts imports: an older Node is told so here, before it fails on the modules that
 * follow with a message that explains nothing.
 */
export const nodeVersion: string = supportedVersion(process.versions.node);

function supportedVersion(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return version;
  process.stderr.write(`poolscale needs Node 20.19 or newer; this is Node ${version}\n`);
  return process.exit(2);
}
