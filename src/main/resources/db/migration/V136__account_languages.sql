-- In which languages the account speaks, as BCP 47 tags with spaces between; empty where nobody said.
alter table account add column languages varchar(400) default '' not null;
