/** Formulas that the quoting of one host or another could change. */
export const hostileFormulas: readonly { readonly about: string; readonly formula: string }[] = [
  {
    about: 'templates',
    formula: '// ${var.a} $${b} %{ if c } %%{d} ${\n$TargetDedicatedNodes = 1;\n',
  },
  {
    about: 'quotes of every kind',
    formula: `// ' '' ''' " "" """ \` "' '"\n$TargetDedicatedNodes = 1; // '`,
  },
  { about: 'a quote at its end', formula: '$TargetDedicatedNodes = 1; // "' },
  { about: 'three quotes at its end', formula: '$TargetDedicatedNodes = 1; // """' },
  {
    about: 'backslashes',
    formula: '// \\ \\\\ \\n \\u0041 \\${x} \\" \\\' C:\\pools\\\n$TargetDedicatedNodes = 1; // \\',
  },
  {
    about: 'letters beyond Latin',
    formula: '// ünïcode 漢字 😀 \u2028 \u00a0 \ufeff\n$TargetDedicatedNodes = 1;\n',
  },
  { about: 'lines with carriage returns', formula: '// one\r\n$TargetDedicatedNodes = 1;\r\n' },
  { about: 'empty lines around it', formula: '\n\n$TargetDedicatedNodes = 1;\n\n\n' },
  {
    about: 'every line indented',
    formula: '    a = 1;\n\t$TargetDedicatedNodes = a;\n      \n  // end\n',
  },
  { about: 'lines of white space', formula: 'a = 1;\n   \n\t\n$TargetDedicatedNodes = a;\n  ' },
  {
    about: 'end markers of here-documents',
    formula: 'FORMULA\nFORMULA_\n  EOF\nEOF\n$TargetDedicatedNodes = 1;\n',
  },
  { about: 'brackets around it', formula: '[$TargetDedicatedNodes = 1; // ]' },
  { about: 'a bracket before it', formula: '[[ $TargetDedicatedNodes = 1;' },
  {
    about: 'what a shell would run',
    formula: "// $(id) `id` $HOME ! # & | > < ; 'x'\\''y'\n$TargetDedicatedNodes = 1;\n",
  },
  {
    about: 'signs of other languages',
    formula:
      '// """\n// resource "azurerm_batch_pool" "p" {\n// az batch --auto-scale-formula\n// autoScaleFormula:\n$TargetDedicatedNodes = 1;\n',
  },
  {
    about: 'a page in a comment',
    formula: '// </script><img src=x onerror=alert(1)>\n$TargetDedicatedNodes = 1;\n',
  },
];
