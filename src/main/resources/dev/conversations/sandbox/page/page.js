import { find, grow, make, say } from './elements.js';
import { Phone } from './phone.js';
import { Conversations } from './conversations.js';
import { Webhooks } from './webhooks.js';
import { Panels, area } from './panels.js';

const PAUSE = 1000;

const phone = new Phone(sent => {
  if (sent?.conversation_sid) {
    conversations.choose(sent.conversation_sid);
  }
  look();
});
const conversations = new Conversations(() => look());
const webhooks = new Webhooks();
const panels = new Panels(titles => {
  const links = document.querySelector('nav');
  titles.filter(title => !links.querySelector(`[href="#${area(title)}"]`)).forEach(title => {
    const link = make('a', 'of-tool', title);
    link.href = `#${area(title)}`;
    links.append(link);
  });
  document.body.classList.add('with-panels');
  turn();
});

let version = null;
let tool = 'webhooks';
let looking = false;
let again = false;
let timer;

/** Asks for what is to be seen, draws it if it is new, and does so again after a pause. */
async function look() {
  if (looking) {
    again = true;
    return;
  }
  looking = true;
  again = false;
  clearTimeout(timer);
  try {
    await draw(question());
    pulse(true);
  } catch {
    pulse(false);
  }
  looking = false;
  timer = setTimeout(look, again ? 0 : PAUSE);
}

async function draw(asked) {
  const since = version ? `&Since=${version}` : '';
  const answer = await fetch(`state?${asked}${since}`);
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  const state = await answer.json();
  if (asked !== question() || !state.conversations) {
    return;
  }
  version = state.version;
  phone.draw(state);
  conversations.draw(state);
  webhooks.draw(state);
  panels.draw(state);
}

function question() {
  const asked = new URLSearchParams({ Phone: phone.address() });
  if (conversations.chosen) {
    asked.set('Conversation', conversations.chosen);
  }
  const panel = Panels.title(tool);
  if (panel) {
    asked.set('Panel', panel);
  }
  return asked.toString();
}

function pulse(lives) {
  find('pulse').className = lives ? 'live' : 'lost';
  say(find('pulse'), lives ? 'live' : 'the sandbox does not answer');
}

/** On a small window one area shows at a time; on a large one webhooks and panels share a place. */
function turn() {
  const areas = [...document.querySelectorAll('main > section')];
  const chosen = areas.find(one => `#${one.id}` === location.hash) ?? find('phone');
  tool = chosen.classList.contains('tool') ? chosen.id : tool;
  areas.forEach(one => {
    one.classList.toggle('off', one !== chosen);
    one.classList.toggle('away', one.classList.contains('tool') && one.id !== tool);
  });
  document.querySelectorAll('nav a').forEach(link => {
    link.setAttribute('aria-current', link.hash === `#${chosen.id}` ? 'page' : 'false');
    link.classList.toggle('shown', link.hash === `#${tool}`);
  });
  grow(find('screen'));
  grow(find('messages'));
}

addEventListener('hashchange', () => {
  turn();
  look();
});
turn();
look();
