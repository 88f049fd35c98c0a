/**
 * The tool's entry asks for our modules by `require`, which makes esbuild keep all that any of them
 * exports. The same by `import`, which lets it leave out what nothing uses.
 * https://esbuild.github.io/api/#tree-shaking
 */
export function withImports(options) {
  const imports = [];
  const code = options.stdin.contents.replace(/require\('([^']+)'\)\['(\w+)'\]/g, (_, path, name) => {
    imports.push(`import { ${name} as entry${imports.length} } from '${path}';`);
    return `entry${imports.length - 1}`;
  });
  return { ...options, stdin: { ...options.stdin, contents: [...imports, code].join('\n') } };
}
