use retell_client::models::*;

use super::{enums, shapes};

shapes! {
    "AgentFilter" => AgentFilter,
    "BooleanFilter" => BooleanFilter,
    "CallStatusFilter" => AnyOf<CallStatus>,
    "CallTypeFilter" => AnyOf<CallType>,
    "ChannelFilter" => StringFilter<AgentChannel>,
    "CursorParams" => CursorParams,
    "DataStorageSettingFilter" => AnyOf<DataStorageSetting>,
    "DirectionFilter" => AnyOf<Direction>,
    "DisconnectionReasonFilter" => AnyOf<DisconnectionReason>,
    "EnumFilter" => AnyOf,
    "IdFilter" => IdFilter,
    "KeyedBooleanFilter" => KeyedFilter,
    "KeyedEnumFilter" => KeyedFilter,
    "KeyedFilter" => KeyedFilter,
    "KeyedNumberFilter" => KeyedFilter,
    "KeyedPresentFilter" => KeyedFilter,
    "KeyedRangeFilter" => KeyedFilter,
    "KeyedStringFilter" => KeyedFilter,
    "NumberFilter" => NumberFilter,
    "NumericFilter" => NumberFilter,
    "PageParams" => PageParams,
    "PresentFilter" => PresentFilter,
    "RangeFilter" => NumberFilter,
    "StringFilter" => StringFilter,
    "CRMGetSchemaParams" => CrmSchemaQuery,
    "ForceDeleteParams" => ForceDelete,
    "VersionOrTagQuery" => VersionQuery,
    "VersionQuery" => VersionNumberQuery,
    "VersionQueryRequired" => VersionNumberQuery,
    "UserSentimentFilter" => AnyOf<UserSentiment>,
}

enums! {
    "NumberOp" => NumberOp,
    "PresenceOp" => PresenceOp,
    "SortOrder" => SortOrder,
    "StringOp" => StringOp,
}
