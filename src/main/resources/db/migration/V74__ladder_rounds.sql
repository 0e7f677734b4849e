-- A ladder is climbed anew when who had the crisis lost it: the last step before this round, and where it began.
alter table crisis_ladder add column round_step integer default 0 not null;
alter table crisis_ladder add column first_tier integer default 1 not null;
