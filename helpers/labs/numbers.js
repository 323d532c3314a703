// Numbers as people type them: 1,5 and 1.5, −3 with a printed minus, +2, spaces between thousands.

function readings(text) {
  // All the numbers that a text can mean: none, one, or two where a mark before three digits may be either.
  const plain = text.trim().replace(/[−–‐‑]/g, "-").replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3})/g, "").replace(/^([+-])\s+/, "$1");
  const parts = /^([+-]?)([\d.,]*\d[.,]?)(e[+-]?\d+)?$/i.exec(plain);
  if (!parts) return [];
  const [, sign, digits, power = ""] = parts;
  const marks = digits.match(/[.,]/g) ?? [];
  const number = (whole, part = "") => Number(`${sign}${whole.replace(/[.,]/g, "") || "0"}.${part}${power}`.replace(/\.(?=e|$)/, ""));
  const at = digits.search(/[.,](?!.*[.,])/); // the last mark
  if (marks.length === 0) return [number(digits)];
  const [whole, part] = [digits.slice(0, at), digits.slice(at + 1)];
  const thousands = /^[1-9]\d{0,2}([.,]\d{3})*$/;
  if (marks.length === 1) {
    const both = part.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    return both ? [number(whole, part), number(whole + part)] : [number(whole, part)];
  }
  const other = marks.slice(0, -1);
  if (!other.every((mark) => mark === other[0]) || !thousands.test(whole)) return [];
  if (marks.at(-1) !== other[0]) return [number(whole, part)]; // 1.000,5
  return part.length === 3 ? [number(whole + part)] : []; // 1,000,000
}

function readNumber(text, control) {
  // Return [value] if the control can hold what was typed, or [undefined, why not, in words].
  const { label, low, high, step, log } = control;
  const all = readings(text);
  if (!all.length) return [undefined, `“${text}” is not a number`];
  const whole = !log && Number.isInteger(step) && Number.isInteger(low);
  const fit = all.filter((value) => value >= low && value <= high && (all.length === 1 || !whole || Number.isInteger(value)));
  if (fit.length === 2) return [undefined, `“${text}” can mean ${printed(fit[0])} or ${printed(fit[1])}: type it without the mark, or with fewer digits`];
  if (!fit.length) return [undefined, `${label} goes from ${printed(low)} to ${printed(high)}`];
  return [whole ? Math.round(fit[0]) : fit[0]];
}

function printed(value) {
  // A number with a printed minus sign, which readings() understands.
  return `${value}`.replace(/^-/, "−").replace("e-", "e−");
}

function decimal(value) {
  // A number without a power of ten: ARIA knows none.
  return value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
}
