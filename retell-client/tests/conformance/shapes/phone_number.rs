use retell_client::{Page, models::*};

shapes! {
    "PhoneNumberCreateParams" => BuyNumber,
    "PhoneNumberImportParams" => ImportNumber,
    "PhoneNumberListResponse" => Page<AccountNumber>,
    "PhoneNumberResponse" => AccountNumber,
    "PhoneNumberUpdateParams" => UpdateNumber,
    "SipOutboundTrunkConfig" => SipTrunk,
    "WeightedAgent" => WeightedAgent,
}

enums! {
    "CountryCode" => CountryCode,
    "NumberProvider" => NumberProvider,
    "PhoneNumberType" => PhoneNumberType,
}
