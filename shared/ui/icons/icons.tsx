/** The icons of Restyle, drawn on a grid of 20. They are decoration: the words beside them, or the label of their button, carry the meaning. */
const icon = (path: string, widthPx = 1.6) =>
  function Icon() {
    return (
      <svg
        aria-hidden="true"
        width="20"
        height="20"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        stroke-width={widthPx}
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        <path d={path} />
      </svg>
    );
  };

export const AlertIcon = /* @__PURE__ */ icon('M10 3 18 16.5H2ZM10 8v4M10 14.2v.1');
export const CheckIcon = /* @__PURE__ */ icon('m4 10.5 4 4 8-9');
export const ChevronIcon = /* @__PURE__ */ icon('m7.5 5 5 5-5 5');
export const CloseIcon = /* @__PURE__ */ icon('m5 5 10 10M15 5 5 15');
export const CompareIcon = /* @__PURE__ */ icon('M10 2.5v15M7 4.5H3v11h4M13 4.5h4v11h-4M7 10H5.5M13 10h1.5');
export const CopyIcon = /* @__PURE__ */ icon('M7 7h9.5v9.5H7ZM4.5 13h-1V3.5H13v1');
export const CropIcon = /* @__PURE__ */ icon('M5.5 2v12.5H18M2 5.5h12.5V18');
export const ShareIcon = /* @__PURE__ */ icon('M10 12.5v-10M6.5 5.5 10 2l3.5 3.5M5.5 8.5h-2v9h13v-9h-2');
export const LinkIcon = /* @__PURE__ */ icon(
  'M8.5 11.5a3 3 0 0 0 4.2 0l3.2-3.2a3 3 0 0 0-4.2-4.2l-1.2 1.2M11.5 8.5a3 3 0 0 0-4.2 0l-3.2 3.2a3 3 0 0 0 4.2 4.2l1.2-1.2',
);
export const TargetIcon = /* @__PURE__ */ icon(
  'M10 2.5v4M10 13.5v4M2.5 10h4M13.5 10h4M10 4.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11',
);
export const DiceIcon = /* @__PURE__ */ icon(
  'M3.5 3.5h13v13h-13ZM7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01',
);
export const DownloadIcon = /* @__PURE__ */ icon('M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13');
export const EyeIcon = /* @__PURE__ */ icon(
  'M2 10s2.8-5 8-5 8 5 8 5-2.8 5-8 5-8-5-8-5ZM10 7.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4',
);
export const EyeOffIcon = /* @__PURE__ */ icon(
  'M3 3l14 14M8 5.3A9 9 0 0 1 10 5c5.2 0 8 5 8 5a14 14 0 0 1-2.4 2.8M12.5 14.6A9 9 0 0 1 10 15c-5.2 0-8-5-8-5a13 13 0 0 1 3.2-3.5',
);
export const HeartIcon = /* @__PURE__ */ icon(
  'M10 16.5S3 12.3 3 7.6A3.6 3.6 0 0 1 10 6a3.6 3.6 0 0 1 7 1.6c0 4.7-7 8.9-7 8.9Z',
);
export const InfoIcon = /* @__PURE__ */ icon(
  'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 9.2v4.3M10 6.4v.1',
);
export const PlainFileIcon = /* @__PURE__ */ icon(
  'M5 2.5h6.5L15 6v11.5H5ZM11.5 2.5V6H15M10 9v5M8 12l2 2 2-2',
);
export const PasteIcon = /* @__PURE__ */ icon('M7 4H4.5v13h11V4H13M7 2.8h6v3H7Z');
export const PictureIcon = /* @__PURE__ */ icon(
  'M3 4h14v12H3ZM3.5 14l4-4.5 3.5 4 2-2 3.5 3.5M13 7.2a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8',
);
export const PromptIcon = /* @__PURE__ */ icon('M3 16.5 4 13l8.7-8.7a1.8 1.8 0 0 1 3 3L7 16ZM11 6l3 3');
export const RetryIcon = /* @__PURE__ */ icon('M16.5 10a6.5 6.5 0 1 1-2-4.7L16.5 7M16.5 3v4h-4');
export const SendIcon = /* @__PURE__ */ icon('M3 10h12M10.5 5.5 15 10l-4.5 4.5M17.5 4v12');
export const StarIcon = /* @__PURE__ */ icon(
  'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7Z',
);
export const TrashIcon = /* @__PURE__ */ icon(
  'M3.5 5.5h13M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 9v4.5M11.5 9v4.5',
);
export const ArrowUpIcon = /* @__PURE__ */ icon('M10 16V4.5M5 9l5-5 5 5');
export const ArrowDownIcon = /* @__PURE__ */ icon('M10 4v11.5M5 11l5 5 5-5');
export const ToTopIcon = /* @__PURE__ */ icon('M4 3.5h12M10 17V7M5.5 11 10 6.5l4.5 4.5');
export const SavePresetIcon = /* @__PURE__ */ icon('M5 3h10v14l-5-3.5L5 17ZM10 6v4M8 8h4');
export const FolderIcon = /* @__PURE__ */ icon('M2.5 5h5l2 2.5h8v8.5h-15Z');
export const MoreIcon = /* @__PURE__ */ icon('M4.5 10h.01M10 10h.01M15.5 10h.01', 2.6);
export const BatchIcon = /* @__PURE__ */ icon(
  'M3 6.5h10.5V17H3ZM6.5 6.5v-3H17V14h-3.5M8.2 9.5v4.6M6 11.8h4.5',
);
export const HistoryIcon = /* @__PURE__ */ icon(
  'M3.5 10a6.5 6.5 0 1 1 2 4.7L3.5 13M3.5 17v-4h4M10 6.5V10l2.5 2',
);
export const SideIcon = /* @__PURE__ */ icon('M3 4h14v12H3ZM12.5 4v12');
export const TeamIcon = /* @__PURE__ */ icon(
  'M7 4.2a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2M2.5 16c0-2.8 2-4.4 4.5-4.4s4.5 1.6 4.5 4.4M13 4.6a2.4 2.4 0 0 1 0 4.6M14.2 11.9c2 .5 3.3 1.9 3.3 4.1',
);
export const ComputerIcon = /* @__PURE__ */ icon('M3 3.5h14v10H3ZM7 17h6M10 13.5V17');
export const SparkIcon = /* @__PURE__ */ icon(
  'M9 3.5c.6 3.6 1.9 4.9 5.5 5.5-3.6.6-4.9 1.9-5.5 5.5-.6-3.6-1.9-4.9-5.5-5.5C7.1 8.4 8.4 7.1 9 3.5ZM15.5 13v4M13.5 15h4',
);
export const PlusIcon = /* @__PURE__ */ icon('M10 4v12M4 10h12');
export const MinusIcon = /* @__PURE__ */ icon('M4 10h12');
