/** Verbs that an instruction to an edit model begins with, as alternatives of a regular expression. */
export const editVerbs =
  'add|adjust|apply|blur|brighten|change|clean|colou?r|convert|cover|create|crop|darken|draw|erase|exchange|extend|fill|flip|give|have|illuminate|increase|keep|leave|let|light|lighten|lower|make|move|open|paint|place|preserve|put|recolou?r|redraw|reduce|relight|remove|render|repaint|replace|reshoot|restyle|rotate|set|sharpen|show|simplify|soften|swap|switch|take|transform|translate|turn|use|wrap|write';
