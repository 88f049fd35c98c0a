/// <reference path="../../.wxt/wxt.d.ts" />
