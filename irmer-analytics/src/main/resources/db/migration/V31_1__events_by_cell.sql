-- Events are listed by year in the order of their ids. All cells of a row are of one year, which the row repeats for the index.
alter table counted add column year int;
update counted set year = cell.year from cell where cell.id = counted.cells[1];

create function year_of_counted() returns trigger language plpgsql as $$
begin
    new.year := (select cell.year from cell where cell.id = new.cells[1]);
    return new;
end $$;
create trigger year_of_counted before insert or update of cells on counted
    for each row execute function year_of_counted();

create index counted_by_year on counted (year, notification_id);

-- What counts no more would fill the lists of the cells that every event passes through, such as that of awaiting a review.
drop index counted_by_cell;
create index counted_by_cell on counted using gin (cells) where until = 'infinity';
