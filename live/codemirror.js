// CodeMirror as the exercises need it: what is typed is coloured as Python, indented by four spaces, and can be undone.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";

// The classes that Pygments gives to the code that stands still: the book's theme has their colours, light and dark.
const asPygments = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], class: "k" },
  { tag: [tags.definitionKeyword, tags.self], class: "k" },
  { tag: tags.moduleKeyword, class: "kn" },
  { tag: [tags.bool, tags.null], class: "kc" },
  { tag: tags.string, class: "s2" },
  { tag: tags.number, class: "mi" },
  { tag: tags.comment, class: "c1" },
  { tag: [tags.operator, tags.arithmeticOperator, tags.compareOperator], class: "o" },
  { tag: tags.function(tags.definition(tags.variableName)), class: "nf" },
  { tag: tags.definition(tags.className), class: "nc" },
]);

// Tab is left alone: it goes to the next button. Who works by keyboard is never caught in the field, needs no key before
// it, and none to be told of; and a new line is indented by itself, Ctrl+] and Ctrl+[ move a line by hand.
export function codeField({ parent, text, attributes, run, changed }) {
  // Shift+Enter runs, as in a notebook; Ctrl+Enter too. Else Enter would put a line in.
  const keys = [{ key: "Shift-Enter", run }, { key: "Mod-Enter", run }, ...defaultKeymap, ...historyKeymap];
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        pythonLanguage,
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        indentOnInput(),
        bracketMatching(),
        syntaxHighlighting(asPygments),
        keymap.of(keys),
        EditorView.contentAttributes.of(attributes),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.sliceDoc());
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.sliceDoc();
    },
    set text(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => view.focus(),
    remove: () => view.destroy(),
  };
}
