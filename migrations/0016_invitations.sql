-- A submission can be made for somebody before they open it; until then nobody has viewed it.
alter table submissions alter column viewed_at drop not null;
alter table signers alter column viewed_at drop not null;
