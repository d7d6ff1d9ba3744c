// Companies and what their customers have paid, as Business Central has them.

type Status : String enum { Draft; Posted; }

entity Companies {
  key id          : UUID;
      displayName : String(50);
      city        : String(30);
      payments    : Composition of many Payments on payments.company = $self;
}

entity Payments {
  key id          : UUID;
      company     : Association to Companies;
      lineNumber  : Integer;
      postingDate : Date;
      amount      : Decimal(18, 2);
      status      : Status default 'Draft';
      comment     : String(250);
      @odata.etag
      @cds.on.insert: $now
      @cds.on.update: $now
      lastModifiedDateTime : Timestamp;
}

// Only for those who say who they are: by name and password (Basic), as services on premises have it.
@requires: 'authenticated-user'
@path: '/api/v2.0'
service Financials {
  entity companies as select from Companies { *, payments as customerPayments };

  // The server cuts a list into pages of three.
  @cds.query.limit: { default: 3, max: 3 }
  entity customerPayments as projection on Payments;
}
