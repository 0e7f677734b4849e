-- What the list of pieces is searched in: title and topic in small letters, which need not be made anew for each search.
alter table content_piece add column found_by varchar(1700);
update content_piece set found_by = lower(title || ' ' || topic);

-- The figures ask which pieces were ever sent back.
create index review_round_verdict on review_round (verdict, piece_id);

-- content_piece_opened (V100) begins with the same column.
drop index figures_piece;
