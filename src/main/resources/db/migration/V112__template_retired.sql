-- A retired template stays for the statements that were made from it and is not offered any more.
alter table statement_template add column retired boolean default false not null;
