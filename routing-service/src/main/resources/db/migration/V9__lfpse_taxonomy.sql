-- In which version of LfPSE's taxonomy an attempt told its content: null for CQC, and for a withdrawal, which has none. Until
-- now there was only one.
alter table attempt add column taxonomy text;
update attempt a set taxonomy = '6'
  from delivery d where d.id = a.delivery_id and d.authority = 'LFPSE' and not d.withdrawal;

-- Withdrawals that LfPSE was not told of, or did not take: its record may stand after its sender has taken the event back.
create index delivery_untaken_withdrawal on delivery (id)
    where withdrawal and authority = 'LFPSE' and status in ('CANCELLED', 'REJECTED', 'PARKED');
