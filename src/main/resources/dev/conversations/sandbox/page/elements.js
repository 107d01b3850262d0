/** The element of that id. */
export const find = id => document.getElementById(id);

/** An element with a class and children; texts stay texts, whatever is in them. */
export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) {
    element.className = name;
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

/** Sets a text if it is another. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Lets a parent have one element for each item in order; elements of items that stay are kept. */
export function sync(parent, items, key, create, update = () => {}) {
  const present = new Map([...parent.children].map(child => [child.key, child]));
  const seen = new Map();
  const wanted = items.map(item => {
    const count = (seen.get(key(item)) ?? 0) + 1;
    seen.set(key(item), count);
    const name = `${key(item)} ${count}`;
    const element = present.get(name) ?? create(item);
    present.delete(name);
    element.key = name;
    update(element, item);
    return element;
  });
  present.forEach(element => element.remove());
  wanted.forEach((element, i) => {
    if (parent.children[i] !== element) {
      parent.insertBefore(element, parent.children[i] ?? null);
    }
  });
}

/** Lets a list be read from below: it stays there while it grows, unless somebody scrolled up. */
export function pin(list) {
  list.pinned = true;
  list.addEventListener('scroll', () => {
    list.pinned = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  });
  list.addEventListener('grown', () => {
    if (list.pinned) {
      list.scrollTop = list.scrollHeight;
    }
  });
}

/** Tells a list that it has grown, or that it is read anew from below. */
export function grow(list, anew) {
  list.pinned ||= Boolean(anew);
  list.dispatchEvent(new Event('grown'));
}

/** A time of day; the whole date shows when asked for. */
export function time(iso, seconds) {
  const date = new Date(iso);
  const style = { hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined };
  const element = make('time', '', date.toLocaleTimeString([], style));
  element.dateTime = iso;
  element.title = date.toLocaleString();
  return element;
}

/** A file of a message: a picture, else a link to keep it. */
export function media(file) {
  const name = file.name ?? 'file';
  const link = make('a', file.picture ? 'picture' : 'file');
  link.href = file.url;
  if (file.picture) {
    const image = make('img');
    image.src = file.url;
    image.alt = name;
    image.addEventListener('load', () => grow(image.closest('ol')));
    link.target = '_blank';
    link.rel = 'noopener';
    link.append(image);
  } else {
    link.download = name;
    link.append(make('span', '', name), make('small', '', size(file.size)));
  }
  return link;
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} bytes`
    : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
