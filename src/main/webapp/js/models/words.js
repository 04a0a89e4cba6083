/** Numbers of models in words. */

const UNITS = ['B', 'KiB', 'MiB', 'GiB'];

export function bytes(count) {
  let value = count;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

export function millis(value) {
  return `${value >= 100 ? Math.round(value) : value.toFixed(1)} ms`;
}

/** `images float32 [1, 3, 640, 640]`; a size that is open is a question mark. */
export function tensor({ name, type, shape }) {
  return `${name} ${type} [${shape.map((size) => (size < 0 ? '?' : size)).join(', ')}]`;
}

/** How long ago; `time` is ISO 8601, null for never. */
export function age(time) {
  if (!time) {
    return 'never';
  }
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(time)) / 1000));
  if (seconds < 10) {
    return 'now';
  } else if (seconds < 120) {
    return `${seconds} s ago`;
  } else if (seconds < 7200) {
    return `${Math.round(seconds / 60)} min ago`;
  }
  return `${Math.round(seconds / 3600)} h ago`;
}
