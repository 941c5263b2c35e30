-- Who added a term and when, and how sure we are of its text.
alter table term
    add column confidence text not null check (confidence in ('CERTAIN', 'LIKELY', 'UNCERTAIN')),
    add column added_by   text not null,
    add column added_at   timestamptz not null;

-- The words that were read in CQC's annual reports, from the year of the report in which they were read. Nothing says when
-- a word fell out of use, so none ends. What was not read is not here: a reviewer adds it with its source.
with read (kind, modality, path, label, first_year, confidence) as (values
    ('SUB_MODALITY', 'DIAGNOSTIC_IMAGING', 'CT', 'CT', 2023, 'CERTAIN'),
    ('SUB_MODALITY', 'DIAGNOSTIC_IMAGING', 'PLAIN_FILM', 'Plain film X-ray', 2023, 'CERTAIN'),
    ('SUB_MODALITY', 'RADIOTHERAPY', 'EXTERNAL_BEAM', 'External beam therapy', 2023, 'CERTAIN'),
    ('SUB_MODALITY', 'RADIOTHERAPY', 'PLANNING_AND_VERIFICATION_IMAGING', 'Planning and verification imaging', 2023, 'CERTAIN'),
    ('SUB_MODALITY', 'RADIOTHERAPY', 'BRACHYTHERAPY', 'Brachytherapy', 2023, 'CERTAIN'),
    ('SUB_MODALITY', 'NUCLEAR_MEDICINE', 'PET_CT', 'PET-CT or PET-MR', 2021, 'CERTAIN'),
    ('SUB_MODALITY', 'NUCLEAR_MEDICINE', 'DIAGNOSTIC_IMAGING', 'Diagnostic imaging', 2021, 'CERTAIN'),
    ('SUB_MODALITY', 'NUCLEAR_MEDICINE', 'RADIONUCLIDE_THERAPY', 'Radionuclide therapy', 2021, 'CERTAIN'),
    ('SUB_MODALITY', 'NUCLEAR_MEDICINE', 'IN_VITRO_STUDY', 'In vitro study', 2021, 'CERTAIN'),

    ('TIER', 'DIAGNOSTIC_IMAGING', 'EMPLOYER', 'Employer', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'EMPLOYER>EMPLOYERS_RESPONSIBILITY', 'Employer''s responsibility', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'EMPLOYER>EMPLOYERS_RESPONSIBILITY>EQUIPMENT_NOT_FIT_FOR_PURPOSE', 'Equipment not fit for purpose', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'EMPLOYER>EMPLOYERS_RESPONSIBILITY>INADEQUATE_TRAINING_SUPERVISION', 'Inadequate training/supervision', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'REFERRER', 'Referrer', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'REFERRER>INCORRECT_REFERRAL', 'Incorrect referral', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'REFERRER>INCORRECT_REFERRAL>WRONG_PATIENT', 'Wrong patient', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'REFERRER>INCORRECT_REFERRAL>WRONG_TIMING', 'Wrong timing', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'REFERRER>INCORRECT_REFERRAL>WRONG_REQUESTED_MODALITY', 'Wrong requested modality', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'REFERRER>INCORRECT_INFORMATION', 'Incorrect information', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'PRACTITIONER', 'Practitioner', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'PRACTITIONER>JUSTIFICATION', 'Justification', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'PRACTITIONER>SAFETY_CHECKS', 'Safety checks', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'PRACTITIONER>PROTOCOL', 'Protocol', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'OPERATOR', 'Operator', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'OPERATOR>PRE_EXPOSURE_CHECKS', 'Pre-exposure checks', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'OPERATOR>PATIENT_CHECKS', 'Patient checks', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'OPERATOR>CLINICAL_HISTORY', 'Clinical history', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'OPERATOR>POST_EXAMINATION', 'Post examination', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'OPERATOR>AUTHORISATION', 'Authorisation', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'OPERATOR>PHARMACEUTICAL_CONTRAST', 'Pharmaceutical contrast', 2023, 'CERTAIN'),
    ('TIER', 'DIAGNOSTIC_IMAGING', 'EQUIPMENT', 'Equipment', 2023, 'CERTAIN'),

    ('TIER', 'RADIOTHERAPY', 'REFERRER', 'Referrer', 2023, 'CERTAIN'),
    ('TIER', 'RADIOTHERAPY', 'REFERRER>INCORRECT_INFORMATION', 'Incorrect information', 2023, 'CERTAIN'),
    ('TIER', 'RADIOTHERAPY', 'REFERRER>INCORRECT_INFORMATION>FAILURE_TO_CANCEL_A_REQUEST_MADE_IN_ERROR', 'Failure to cancel a request made in error', 2023, 'CERTAIN'),
    ('TIER', 'RADIOTHERAPY', 'OPERATOR', 'Operator', 2021, 'CERTAIN'),
    ('TIER', 'RADIOTHERAPY', 'OPERATOR>TREATMENT', 'Treatment', 2021, 'CERTAIN'),
    ('TIER', 'RADIOTHERAPY', 'OPERATOR>TREATMENT>VERIFICATION_PROTOCOL_ERROR', 'Verification protocol error', 2021, 'CERTAIN'),
    ('TIER', 'RADIOTHERAPY', 'OPERATOR>TREATMENT>GEOGRAPHICAL_MISS_SHIFT_ERROR', 'Geographical miss - shift error', 2021, 'CERTAIN'),
    ('TIER', 'RADIOTHERAPY', 'OPERATOR>TREATMENT>GEOGRAPHICAL_MISS_VERIFICATION_IMAGE_ONLINE', 'Geographical miss - verification image online', 2021, 'CERTAIN'),

    ('TIER', 'NUCLEAR_MEDICINE', 'OPERATOR', 'Operator', 2021, 'CERTAIN'),
    ('TIER', 'NUCLEAR_MEDICINE', 'OPERATOR>PHARMACEUTICAL_OR_CONTRAST', 'Pharmaceutical or contrast', 2021, 'CERTAIN'),
    ('TIER', 'NUCLEAR_MEDICINE', 'OPERATOR>PHARMACEUTICAL_OR_CONTRAST>PREPARATION', 'Preparation', 2021, 'CERTAIN'),
    ('TIER', 'NUCLEAR_MEDICINE', 'OPERATOR>PHARMACEUTICAL_OR_CONTRAST>ADMINISTRATION', 'Administration', 2021, 'CERTAIN'),
    ('TIER', 'NUCLEAR_MEDICINE', 'OPERATOR>PRE_EXPOSURE_CHECKS', 'Pre-exposure checks', 2021, 'CERTAIN'),
    ('TIER', 'NUCLEAR_MEDICINE', 'OPERATOR>PRE_EXPOSURE_CHECKS>WRONG_USE_OF_EQUIPMENT', 'Wrong use of equipment', 2021, 'CERTAIN'),
    ('TIER', 'NUCLEAR_MEDICINE', 'OPERATOR>PRE_EXPOSURE_CHECKS>WRONG_PATIENT_POSITION_SET_UP_OR_PROTOCOL', 'Wrong patient, position, set-up or protocol', 2021, 'CERTAIN'),
    -- An error that equipment caused is told of in the text of 2021/22; how its heading was spelt is not known.
    ('TIER', 'NUCLEAR_MEDICINE', 'EQUIPMENT', 'Equipment', 2021, 'LIKELY')
)
insert into term (kind, modality, path, label, first_year, source, confidence, added_by, added_at)
select kind, modality, string_to_array(path, '>'), label, first_year,
       format('CQC, IR(ME)R annual report %s/%s', first_year, (first_year + 1) % 100), confidence, 'hub', now()
  from read;

-- Why errors recur. CQC publishes no such list that was read, so these words and what an employer can do are the hub's own:
-- of any modality and, so that notifications of years gone by can be reviewed, from the first year of the regulations.
with own (code, label, practical_action) as (values
    ('IDENTITY_CHECK_MISSED', 'Identity check missed',
     'Make the three-point identity check a spoken step before every exposure, and audit it each month.'),
    ('IDENTITY_CHECK_INADEQUATE', 'Identity check inadequate',
     'Ask people to state name, date of birth and address rather than confirm them, and compare all three with the request.'),
    ('STAFFING_SHORTAGE', 'Staffing shortage',
     'Set the fewest people with whom a list may run, and let the operator in charge postpone what falls below it.'),
    ('WORKLOAD', 'Workload or time pressure',
     'Plan lists with room for emergencies, and review those with most events for how much was booked.'),
    ('REFERRAL_INFORMATION', 'Referral information wrong or incomplete',
     'Send back requests without clinical details, side or earlier imaging, and report monthly to each referring team how many.'),
    ('REQUEST_NOT_CANCELLED', 'Request not cancelled in time',
     'Give referrers one way to cancel that reaches the worklist at once, and check on the day that the request still stands.'),
    ('PREVIOUS_IMAGING_NOT_CHECKED', 'Previous imaging not checked',
     'Look for recent examinations of the same part before justifying, and have the request screen show them.'),
    ('SIMILAR_RECORDS_OPEN', 'Similar records open at once',
     'Let the system hold one record open at a time, and show the patient''s name beside the button that sends the request.'),
    ('INTERRUPTION', 'Interruption or distraction',
     'Keep checks and set-up free of interruption: a marked zone, and starting the check again after each one.'),
    ('COMMUNICATION', 'Communication within or between teams',
     'Hand over in a fixed order of points, repeated back by whoever takes over.'),
    ('TRAINING', 'Training or supervision inadequate',
     'Tie each task to a record of competence, and let nobody do it alone without one.'),
    ('PROTOCOL_NOT_FOLLOWED', 'Procedure or protocol not followed',
     'Ask those who do the work why the procedure was left, mend it with them, and audit it after three months.'),
    ('PROTOCOL_UNCLEAR', 'Procedure or protocol missing or unclear',
     'Write it on one page with those who use it, and withdraw every older copy.'),
    ('PREGNANCY_ENQUIRY', 'Pregnancy enquiry missed or inadequate',
     'Record the answer to the pregnancy enquiry before the exposure can be released.'),
    ('EQUIPMENT', 'Equipment failure',
     'Take the equipment out of use until it is checked, tell the maker, and look for the same fault in its like.'),
    ('SOFTWARE', 'Software or connected systems',
     'Test how requests, worklists and images pass between systems after every change, with test patients.'),
    ('EQUIPMENT_USE', 'Equipment used wrongly',
     'Put the settings that are mixed up apart or behind a confirmation, and train on the equipment itself.')
)
insert into term (kind, modality, path, label, first_year, practical_action, source, confidence, added_by, added_at)
select 'FACTOR', '', array[code], label, 2017, practical_action,
       'The hub''s own list; CQC''s reports name causes in text only', 'UNCERTAIN', 'hub', now()
  from own;
