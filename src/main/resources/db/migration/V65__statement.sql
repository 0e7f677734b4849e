-- What is said in a crisis. The text itself is a piece of content; here stands what makes it a statement.
create sequence statement_number start with 7001;

create table statement (
  id           varchar(20) primary key,
  crisis_id    varchar(20) not null,
  kind         varchar(20) not null,
  mode         varchar(10) not null,
  piece_id     varchar(20) not null unique,
  state        varchar(20) not null,
  level        varchar(10) not null,
  template_id  varchar(80),
  strategy     varchar(40),
  elements     varchar(200000) not null,
  next_word_at timestamp with time zone,
  -- Account id to the SHA-256 of the source text that its own text was derived from.
  derived_from varchar(20000) not null,
  round_id     varchar(20),
  due_at       timestamp with time zone,
  opened_at    timestamp with time zone not null,
  released_at  timestamp with time zone,
  ended_at     timestamp with time zone,
  end_reason   varchar(4000)
);

create index statement_of_crisis on statement (crisis_id, opened_at);

create table statement_template (
  id       varchar(80) primary key,
  scenario varchar(40) not null,
  channel  varchar(40) not null,
  tone     varchar(40) not null,
  language varchar(10) not null,
  title    varchar(800) not null,
  body     varchar(100000) not null,
  starter  boolean not null
);

-- Every update that was given, inside or outside, and when the next one was promised.
create table crisis_update (
  crisis_id    varchar(20) not null,
  audience     varchar(20) not null,
  number       integer not null,
  statement_id varchar(20) references statement,
  text         varchar(200000) not null,
  next_at      timestamp with time zone,
  given_by     varchar(255) not null,
  given_at     timestamp with time zone not null,
  primary key (crisis_id, audience, number)
);

-- The crisis for which a publication speaks; its own holds do not stop it.
alter table publication add column crisis_id varchar(20);
