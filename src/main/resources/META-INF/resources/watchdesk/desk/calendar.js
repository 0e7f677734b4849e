/** The calendar: marks from the server at the local time of their account; publishers move what still waits. */
import { at, get, language, onRefresh, post, say } from './desk.js';

const words = Object.fromEntries(
  [...document.querySelectorAll('#calendar-words dt')].map((key) => [key.textContent, key.nextElementSibling.textContent]),
);
const main = document.getElementById('main');
const mover = main.dataset.mover === 'true';
const problem = document.getElementById('problem');
const dialog = document.getElementById('mark');
const field = (id) => document.getElementById(id);
const narrow = window.matchMedia('(max-width: 40rem)').matches;
const ALL_DAY = new Set(['LICENCE', 'HOLIDAY', 'HOLD', 'EVALUATION']);
const BAD = new Set(['REFUSED', 'UNKNOWN', 'WITH_PERSON']);

/** Local time as "2026-12-01T08:30": what the account's clocks show, whatever zone the reader is in. */
const local = (date) => date.toISOString().slice(0, 16);

/** "Evaluation after 7 days" */
const evaluationOf = (mark) => words.EVALUATION.replace('{0}', mark.state);

function titleOf(mark) {
  switch (mark.kind) {
    case 'HOLIDAY':
      return `${mark.title ?? words[mark.state]} (${mark.account})`;
    case 'LICENCE':
      return `${words.ENDS}: ${mark.title}`;
    case 'EVALUATION':
      return `${evaluationOf(mark)}: ${mark.account}: ${mark.title}`;
    case 'DEADLINE':
      return `${words.DEADLINE}: ${mark.title}`;
    case 'HOLD':
      return `${words.HOLD} (${mark.account ?? mark.pieceId ?? words[mark.state]}): ${mark.title}`;
    default:
      return `${mark.account}: ${mark.title} (${words[mark.state] ?? mark.state})`;
  }
}

function eventOf(mark) {
  const day = mark.start.slice(0, 10);
  return {
    id: `${mark.kind} ${mark.id}`,
    title: titleOf(mark),
    start: ALL_DAY.has(mark.kind) ? day : mark.start,
    end: mark.kind === 'HOLD' ? nextDay(mark.end) : undefined,
    allDay: ALL_DAY.has(mark.kind),
    startEditable: mover && mark.movable,
    durationEditable: false,
    classNames: ['wd-mark', `wd-kind-${mark.kind}`, `wd-state-${mark.state}`, BAD.has(mark.state) ? 'wd-mark-bad' : 'wd-mark-fine'],
    extendedProps: { mark },
  };
}

function nextDay(localTime) {
  const day = new Date(`${localTime.slice(0, 10)}T00:00:00Z`);
  if (localTime.slice(11, 16) !== '00:00') {
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return day.toISOString().slice(0, 10);
}

async function marks(range, success, failure) {
  const kinds = [...document.querySelectorAll('[name="kind"]:checked')].map((box) => box.value);
  if (kinds.length === 0) {
    success([]);
    return;
  }
  const query = new URLSearchParams({
    from: range.startStr.slice(0, 10),
    until: range.endStr.slice(0, 10),
    account: field('account').value,
    kinds: kinds.join(','),
  });
  try {
    const span = await get(`/desk/calendar/marks?${query}`);
    field('more').hidden = !span.more;
    const state = field('state').value;
    success(span.marks.filter((mark) => !state || mark.kind !== 'PUBLICATION' || mark.state === state).map(eventOf));
  } catch (error) {
    say(problem, error.message);
    failure(error);
  }
}

const move = (mark, to, reason) =>
  post(`/desk/calendar/publications/${encodeURIComponent(mark.id)}/move`, { to, reason });

async function dropped(info) {
  const { mark } = info.event.extendedProps;
  const to = local(info.event.start);
  if (!window.confirm(words.confirmMove.replace('{0}', mark.title).replace('{1}', `${to.replace('T', ' ')} (${mark.zone})`))) {
    info.revert();
    return;
  }
  try {
    await move(mark, to, '');
    say(problem, words.moved, 'notice');
    calendar.refetchEvents();
  } catch (error) {
    info.revert();
    say(problem, error.message);
  }
}

function open(mark) {
  field('mark-title').textContent = titleOf(mark);
  field('mark-account').textContent = mark.account ?? '–';
  field('mark-when').textContent = ALL_DAY.has(mark.kind)
    ? mark.start.slice(0, 10)
    : `${mark.start.slice(0, 16).replace('T', ' ')} (${mark.zone})`;
  field('mark-state').textContent =
    mark.kind === 'EVALUATION' ? evaluationOf(mark) : (words[mark.state] ?? words[mark.kind] ?? '');
  const item = field('mark-item');
  item.hidden = !mark.pieceId;
  item.href = at(`/desk/items/${encodeURIComponent(mark.pieceId ?? '')}`);
  const link = field('mark-link');
  link.hidden = !/^https?:\/\//i.test(mark.link ?? '');
  link.href = link.hidden ? '#' : mark.link;
  field('move').hidden = !(mover && mark.movable);
  field('move-to').value = mark.start.slice(0, 16);
  field('move-reason').value = '';
  say(field('move-problem'));
  dialog.mark = mark;
  dialog.showModal();
}

const chinese = language.startsWith('zh');
const calendar = new window.FullCalendar.Calendar(field('calendar'), {
  // Times are those of each account's clocks and must not be shifted to the reader's zone.
  timeZone: 'UTC',
  locale: chinese
    ? { code: 'zh-cn', week: { dow: 1, doy: 4 }, weekText: '周', moreLinkText: (count) => `另有 ${count} 项` }
    : { code: 'en-gb', week: { dow: 1, doy: 4 } },
  // FullCalendar's icons are pictures without words for people who hear the page.
  buttonIcons: false,
  buttonText: { prev: '‹', next: '›', today: words.today, month: words.month, week: words.week, list: words.list },
  buttonHints: { prev: words.prev, next: words.next, today: words.today },
  allDayText: words.allDay,
  noEventsText: words.noEvents,
  initialView: narrow ? 'listWeek' : 'dayGridMonth',
  headerToolbar: narrow
    ? { start: 'title', center: '', end: 'prev,next today dayGridMonth,timeGridWeek,listWeek' }
    : { start: 'prev,next today', center: 'title', end: 'dayGridMonth,timeGridWeek,listMonth' },
  views: { listMonth: { buttonText: words.list }, listWeek: { buttonText: words.list } },
  height: 'auto',
  dayMaxEvents: 5,
  // The server's clock, which the rules of moving go by.
  now: main.dataset.now,
  nowIndicator: false,
  eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  eventInteractive: true,
  moreLinkDidMount: (info) => info.el.setAttribute('role', 'button'),
  events: marks,
  eventDidMount: (info) => {
    info.el.dataset.mark = info.event.extendedProps.mark.id;
    info.el.title = info.event.title;
  },
  eventsSet: (events) => {
    main.marks = events.map((event) => event.extendedProps.mark);
  },
  eventDrop: dropped,
  eventClick: (info) => {
    info.jsEvent.preventDefault();
    open(info.event.extendedProps.mark);
  },
});
calendar.render();

field('filters').addEventListener('change', () => calendar.refetchEvents());
field('filters').addEventListener('submit', (event) => event.preventDefault());
field('mark-close').addEventListener('click', () => dialog.close());
field('move').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    await move(dialog.mark, field('move-to').value, field('move-reason').value);
    dialog.close();
    say(problem, words.moved, 'notice');
    calendar.refetchEvents();
  } catch (error) {
    say(field('move-problem'), error.message);
  }
});
onRefresh(() => calendar.refetchEvents());
