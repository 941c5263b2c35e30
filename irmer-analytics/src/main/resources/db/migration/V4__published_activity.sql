-- What CQC published as done in a year that fits the reporting year; its figures for ten and for fifteen months do not.
-- The examinations include those of nuclear medicine.
insert into activity (year, modality, published_on, recorded_at, amount, bound, unit, source) values
    (2023, 'DIAGNOSTIC_IMAGING', '2024-09-26', now(), 30000000, 'AT_LEAST',
     'imaging examinations using ionising radiation on NHS patients in England',
     'https://cqc.org.uk/news/cqc-publish-irmer-report-2023-2024'),
    (2023, 'RADIOTHERAPY', '2024-09-26', now(), 116000, 'ABOUT',
     'episodes of radiotherapy treatment in England',
     'https://cqc.org.uk/news/cqc-publish-irmer-report-2023-2024'),
    (2020, 'DIAGNOSTIC_IMAGING', null, now(), 23000000, 'ABOUT',
     'imaging examinations using ionising radiation on NHS patients in England',
     'https://thecareruk.com/cqc-reports-on-safe-use-of-radiation-in-healthcare-settings/'),
    (2018, 'DIAGNOSTIC_IMAGING', null, now(), 30000000, 'AT_MOST',
     'imaging examinations using ionising radiation on NHS patients in England',
     'https://cqc.org.uk/news/stories/cqc-reports-safe-use-radiation-health-care-settings');
